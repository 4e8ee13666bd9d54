"""What can go wrong with a bank's file; each names the file and says what to do now."""

from quizapp.base.errors import QuizappError


class BankError(QuizappError):
    """The bank could not be used, and nothing was changed."""


class BankTooNewError(BankError):
    """A newer program wrote the bank; it was not touched."""


class NotABankError(BankError):
    """The file is something else; it was not touched."""


class BankDamagedError(BankError):
    """The file is damaged; a backup can be restored."""


class BankBusyError(BankError):
    """Another program held the bank for too long."""


class DiskFullError(BankError):
    """The disk is full; what was about to be written is not."""


class NoPermissionError(BankError):
    """The program may not write there."""


class MissingError(BankError):
    """The folder or the file is not there."""


class DiskError(BankError):
    """The disk did not answer."""
