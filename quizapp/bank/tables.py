"""All tables of the bank; importing this module registers every one of them."""

from quizapp.bank import content_tables, learner_tables, log_tables
from quizapp.bank.rows import Row

GROUPS = (content_tables, learner_tables, log_tables)
METADATA = Row.metadata
