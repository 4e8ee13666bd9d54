"""What can be found out about a bank's health without changing it."""

from typing import Final

from sqlalchemy import func, select, text

from quizapp.bank.access import Access, as_uuid
from quizapp.bank.content_tables import CardRow
from quizapp.bank.log_tables import ReviewRow
from quizapp.bank.values import Suspicious

# What the caches of a review should be, by its newest amendments of each sort.
_AMENDMENT_FAULTS: Final = text(
    """
    SELECT count(*) FROM review
    WHERE (retracted_at IS NOT NULL) <> coalesce(
        (SELECT kind = 0 FROM amendment
         WHERE review_id = review.id AND kind IN (0, 1) ORDER BY tick DESC LIMIT 1), 0)
    OR counted_score IS NOT
        (SELECT score FROM amendment
         WHERE review_id = review.id AND kind IN (2, 3) ORDER BY tick DESC LIMIT 1)
    """
)


class ExamineReads(Access):
    """Reads of the bank's health."""

    def integrity_faults(self) -> list[str]:
        """Return what SQLite finds wrong with the file, at most a hundred lines."""
        found = self._connection.exec_driver_sql("PRAGMA integrity_check(100)").scalars().all()
        return [str(line) for line in found if line != "ok"]

    def foreign_key_faults(self) -> int:
        """Count the rows that point at a row that is not there."""
        return len(self._connection.exec_driver_sql("PRAGMA foreign_key_check").all())

    def amendment_faults(self) -> int:
        """Count the reviews whose own row does not agree with their newest amendments."""
        return int(self._connection.execute(_AMENDMENT_FAULTS).scalar_one())

    def log_size(self) -> tuple[int, int]:
        """Count the cards, and the answers in the log, retracted ones too."""
        cards = self._connection.execute(select(func.count()).select_from(CardRow)).scalar_one()
        reviews = self._connection.execute(select(func.count()).select_from(ReviewRow))
        return cards, reviews.scalar_one()

    def answered_after(self, study_day: int) -> list[Suspicious]:
        """Return the answers that count and stand on a study day after this one, in log order."""
        late = (
            select(ReviewRow.uuid, ReviewRow.study_day)
            .where(ReviewRow.study_day > study_day, ReviewRow.retracted_at.is_(None))
            .order_by(ReviewRow.tick)
        )
        return [Suspicious(as_uuid(uuid), day) for uuid, day in self._connection.execute(late)]
