"""What `clean` and `serve` have in common: the inputs, the output, the options of a cleaning."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any, get_type_hints

import typer

from cleaners.doc import Comments
from cleaners.page import Format
from flows.options import Columns, On, Options, cores, describe

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT...",
        help="Files, folders and patterns, here or in an object store (s3://bucket/folder); seeds if none is "
        "given. Pages: .html .htm .xhtml .mhtml .txt .md, also .gz and .zst. Containers of pages: .jsonl .csv "
        ".parquet .arrow .warc .wet .zip .tar, compressed or not.",
        show_default=False,
    ),
]
Output = Annotated[str, typer.Option(help="Folder or URI to write to; made if absent.")]


def _said(name: str, *names: str, **more: Any) -> Any:
    return typer.Option(*names, help=describe(Options, name), **more)


def _column(name: str) -> Any:
    return typer.Option(metavar="NAME", help=describe(Columns, name))


def _options(  # noqa: PLR0913, PLR0917 - the options of a command
    comments: Annotated[Comments, _said("comments")] = "auto",
    format_: Annotated[Format, _said("format", "--format")] = "auto",
    text_column: Annotated[str | None, _column("text")] = None,
    html_column: Annotated[str | None, _column("html")] = None,
    url_column: Annotated[str | None, _column("url")] = None,
    title_column: Annotated[str | None, _column("title")] = None,
    author_column: Annotated[str | None, _column("author")] = None,
    date_column: Annotated[str | None, _column("published")] = None,
    workers: Annotated[int | None, _said("workers", min=1, show_default="all cores, or 1 on a cluster")] = None,
    prune: Annotated[bool, _said("prune", "--prune")] = False,
    keep_older: Annotated[bool, _said("keep_older", "--keep-older")] = False,
    on: Annotated[On, _said("on")] = "local",
    scheduler: Annotated[str | None, _said("scheduler", metavar="ADDRESS")] = None,
    address: Annotated[str | None, _said("address", metavar="ADDRESS")] = None,
    page_seconds: Annotated[float, _said("page_seconds", min=0.1)] = Options.page_seconds,
    page_memory: Annotated[int, _said("page_memory", min=16, metavar="MB")] = Options.page_memory,
) -> Options:
    for name, given, where in (("--scheduler", scheduler, "dask"), ("--address", address, "ray")):
        if given and on != where:
            raise typer.BadParameter(f"{name} goes with --on {where}")
    return Options(
        comments=comments,
        format=format_,
        columns=Columns(text_column, html_column, url_column, title_column, author_column, date_column),
        workers=workers or (cores() if on == "local" else 1),
        prune=prune,
        keep_older=keep_older,
        on=on,
        scheduler=scheduler,
        address=address,
        page_seconds=page_seconds,
        page_memory=page_memory,
    )


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command of the parameter `options`, for which the command line takes one option each."""
    own, chosen = inspect.signature(command), inspect.signature(_options)
    listed = [parameter for parameter in own.parameters.values() if parameter.name != "options"]
    listed += [parameter.replace(kind=parameter.KEYWORD_ONLY) for parameter in chosen.parameters.values()]

    def wrapped(**given: Any) -> None:
        command(options=_options(**{name: given.pop(name) for name in chosen.parameters}), **given)

    wrapped.__name__, wrapped.__doc__ = command.__name__, command.__doc__
    wrapped.__signature__ = own.replace(parameters=listed)  # type: ignore[attr-defined]
    wrapped.__annotations__ = {
        **get_type_hints(command, include_extras=True),
        **get_type_hints(_options, include_extras=True),
    }
    return wrapped
