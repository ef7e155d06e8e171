"""Makes and checks the files of trained models; never part of the shipped program."""
