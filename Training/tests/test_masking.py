"""Pieces hidden to be guessed."""

import torch

from synoptic_training.masking import Guesser, hidden

MASK = 4


def hidden_rows(seed=1):
    ids = torch.randint(10, 1000, (64, 128), generator=torch.Generator().manual_seed(9))
    lengths = torch.full((64,), 128)
    lengths[::2] = 100
    return ids, lengths, hidden(ids, lengths, MASK, 1000,
                                torch.Generator().manual_seed(seed))


def test_shares_are_those_of_the_paper():
    ids, lengths, shown = hidden_rows()
    count = int(shown.chosen.sum())
    assert abs(count / int((lengths - 1).sum()) - 0.15) < 0.01
    assert abs(int((shown.ids == MASK).sum()) / count - 0.8) < 0.04
    changed = (shown.ids != ids) & (shown.ids != MASK)
    assert abs(int(changed.sum()) / count - 0.1) < 0.03


def test_firsts_padding_and_what_is_not_chosen_stay():
    ids, lengths, shown = hidden_rows()
    assert not shown.chosen[:, 0].any()
    assert not shown.chosen[::2, 100:].any()
    assert torch.equal(shown.ids[~shown.chosen], ids[~shown.chosen])


def test_the_same_seed_hides_the_same():
    assert torch.equal(hidden_rows(2)[2].ids, hidden_rows(2)[2].ids)
    assert not torch.equal(hidden_rows(2)[2].ids, hidden_rows(3)[2].ids)


def test_a_guesser_learns_what_the_state_says():
    torch.manual_seed(0)
    words = torch.randn(30, 16)
    guesser = Guesser(16, 30)
    ids = torch.arange(30)
    optimizer = torch.optim.Adam(guesser.parameters(), 1e-2)
    first = float(guesser.loss(words, ids, words).detach())
    for _ in range(200):
        optimizer.zero_grad()
        loss = guesser.loss(words, ids, words)
        loss.backward()
        optimizer.step()
    assert float(loss.detach()) < 0.1 < first
