"""What all tables share: the registry, the names of constraints, and short column types."""

from typing import Annotated, Final

from sqlalchemy import LargeBinary, MetaData
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(DeclarativeBase):
    """A row of the bank."""

    metadata = MetaData(naming_convention=NAMES)


# SQLite numbers rows by itself where the key is one INTEGER.
RowId = Annotated[int, mapped_column(primary_key=True)]
# A UUID, or a hash cut to 16 bytes.
Bytes16 = Annotated[bytes, mapped_column(LargeBinary(16))]
