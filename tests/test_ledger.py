"""A character of a source that is lost, told twice or invented stops everything: that is a fault of the program."""

from dataclasses import replace

import pytest
from letters import block

from build_tools.draft import Cut
from build_tools.model import Block, Reason, Source
from build_tools.reading.ledger import UnbalancedError, account

SOURCE = Source.of("brief", "brief.txt", "Eerste regel.\nTweede regel.\n12\n", "UTF-8", "0" * 64)
FIRST = replace(block(1, "Eerste regel."), spans=((0, 13),))
SECOND = replace(block(2, "Tweede regel."), spans=((14, 27),))
FOOT = Cut(28, 30, Reason.PAGE_FOOT)


def test_every_character_has_one_place() -> None:
    ledger = account(SOURCE, [FIRST, SECOND], [], [FOOT])
    assert ledger.balances
    assert (ledger.source_characters, ledger.block_characters, ledger.left_out_characters) == (26, 24, 2)


@pytest.mark.parametrize(
    ("blocks", "cuts", "told"),
    [
        ([FIRST], [FOOT], r"brief\.txt:2: characters are lost"),
        ([FIRST, SECOND], [], r"brief\.txt:3: characters are lost"),
        ([FIRST, SECOND], [FOOT, Cut(20, 30, Reason.MARGIN)], r"brief\.txt:2: characters stand in two places"),
        ([replace(FIRST, text="Eerste zin."), SECOND], [FOOT], r"brief\.txt:1: the text is not that of the source"),
    ],
)
def test_what_is_lost_or_told_twice_or_invented_is_named(blocks: list[Block], cuts: list[Cut], told: str) -> None:
    with pytest.raises(UnbalancedError, match=told):
        account(SOURCE, blocks, [], cuts)
