"""`coldgraph get`: FRUS volumes from the Office of the Historian's public repository."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("get")
@click.argument("volumes", nargs=-1)
@click.option("--corpus", is_flag=True, help="The six volumes that the project's figures are about.")
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), default=Path("downloads"), show_default=True, help="The folder.")
@click.option("--base-url", default=None, help="Another place that holds <volume>.xml (https).")
@click.option("--quiet", is_flag=True, help="Show no progress.")
def command(volumes: tuple[str, ...], corpus: bool, into: Path, base_url: str | None, quiet: bool) -> None:
    """Download FRUS volumes (TEI), such as frus1961-63v06. An interrupted download goes on where it stopped."""
    from coldgraph import download

    names = dict.fromkeys((*volumes, *(download.CORPUS if corpus else ())))
    if not names:
        raise click.UsageError("name at least one volume, such as frus1961-63v06, or give --corpus")
    for name in names:
        path = download.get(name, into, base_url or download.BASE_URL, _silence if quiet else _progress)
        click.echo(f"{path}  sha256 {download.checksum(path)}")


def _silence(volume: str, done: int, total: int | None) -> None:
    return None


def _progress(volume: str, done: int, total: int | None) -> None:
    share = f"{100 * done // total:3d} %" if total else f"{done / 1e6:.1f} MB"
    click.echo(f"\r{volume}  {share}", nl=done == total, err=True)
