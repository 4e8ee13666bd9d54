"""argparse's own sentences, in Danish."""

import argparse

from quizapp.base.texts import N_, _

SENTENCES = {
    "usage: ": N_("Brug: "),
    "positional arguments": N_("Argumenter"),
    "options": N_("Valg"),
    "show this help message and exit": N_("Vis denne hjælp."),
    "argument %(argument_name)s: %(message)s": N_("%(argument_name)s: %(message)s"),
    "expected one argument": N_("her mangler en værdi"),
    "expected at least one argument": N_("her mangler mindst én værdi"),
    "expected at most one argument": N_("her kan kun stå én værdi"),
    "ignored explicit argument %r": N_("tager ingen værdi: %r"),
    "not allowed with argument %s": N_("kan ikke bruges sammen med %s"),
    "one of the arguments %s is required": N_("et af disse mangler: %s"),
    "the following arguments are required: %s": N_("her mangler: %s"),
    "unrecognized arguments: %s": N_("ukendt: %s"),
    "ambiguous option: %(option)s could match %(matches)s": N_(
        "%(option)s kan være flere: %(matches)s"
    ),
    "invalid %(type)s value: %(value)r": N_("kan ikke læses: %(value)r"),
    "invalid choice: %(value)r (choose from %(choices)s)": N_(
        "%(value)r findes ikke; vælg mellem %(choices)s"
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": N_(
        "%(parser_name)r findes ikke; vælg mellem %(choices)s"
    ),
}


def speak_danish() -> None:
    """Let argparse say its sentences through the program's own catalogue."""
    # argparse looks its texts up in a function of its module; there is no public way in.
    vars(argparse)["_"] = lambda text: _(SENTENCES[text]) if text in SENTENCES else text
