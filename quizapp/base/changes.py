"""What an operation touched, so that views know whether to refresh."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The kinds of data that an operation changed."""

    packs: bool = False
    cards: bool = False
    reviews: bool = False
    settings: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        """Return what either operation changed."""
        return Changes(
            packs=self.packs or other.packs,
            cards=self.cards or other.cards,
            reviews=self.reviews or other.reviews,
            settings=self.settings or other.settings,
        )
