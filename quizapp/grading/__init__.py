"""The marking rules as code: question and answer in, verdict out."""
