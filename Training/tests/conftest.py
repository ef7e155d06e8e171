"""Lets the tests find the library beside them, whatever the working folder."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
