"""`pagewash clean INPUT... --output DIR`: pages to Parquet, once."""

import os
from collections import Counter
from contextlib import ExitStack

import typer
from rich.console import Console

from flows.commands.choices import Inputs, Output, with_options
from flows.commands.saying import say
from flows.engine.server import check, configured, keep_quiet, own_server
from flows.inputs import SourceError, find_inputs, public
from flows.options import EngineError, Options
from flows.run import ShardsFailed, clean_all
from flows.store import OutputError, only_run, open_output
from flows.summary import Summary, print_summary
from flows.walk import find_files
from flows.watch import Bar, Stopped

INTERRUPTED = 130  # exit status after Ctrl-C, as shells have it


@with_options
def clean(*, inputs: Inputs = None, output: Output = "output", options: Options) -> None:
    """Clean pages, HTML or flattened text: articles, cuts and rejections go to the output as Parquet.

    Run again on the same input, it cleans only what is new or changed, and takes up a run that was
    interrupted. Exit status 1, with a sentence that says what to do, where nothing could be done.
    """
    keep_quiet()
    os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")  # a log is for the UI
    try:
        summary = _run(inputs or ["seeds"], output, options)
    except ShardsFailed as error:
        print_summary(Console(soft_wrap=False), error.summary, public(output))
        raise _end(error, 1) from error
    except (SourceError, OutputError, EngineError) as error:
        raise _end(error, 1) from error
    except Stopped as error:
        raise _end(error, INTERRUPTED) from error
    except KeyboardInterrupt as error:
        raise _end("stopped; what is done stays, and the next run takes up the rest", INTERRUPTED) from error
    print_summary(Console(soft_wrap=False), summary, public(output))


def _end(sentence: object, status: int) -> typer.Exit:
    say(sentence)
    return typer.Exit(status)


def _run(inputs: list[str], output: str, options: Options) -> Summary:
    """Look whether there is anything to do, then do it: reporting to Prefect where a server is set up or needed."""
    target = open_output(output)
    with only_run(target):
        if not any(True for one in find_inputs(inputs) for _ in find_files(one, target.folder, Counter())):
            raise SourceError(f"no pages in {', '.join(map(public, inputs))}; nothing was cleaned")
    if configured() or options.on != "local":
        return _report(inputs, output, options)
    with Bar() as bar:
        return clean_all(inputs, output, options, watch=bar)


def _report(inputs: list[str], output: str, options: Options) -> Summary:
    """The same as a Prefect flow."""
    with ExitStack() as stack:
        if configured():
            check()
        else:
            stack.enter_context(own_server())

        from flows.clean import reported  # noqa: PLC0415 - Prefect's engine takes two seconds

        return reported(inputs, output, options)
