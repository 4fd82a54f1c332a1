"""The statements of every step, compiled once and handed straight to SQLite's driver.

SQLAlchemy's way from a statement to the driver costs more than SQLite does for these (decision 0003), so only the
road of each message uses this; PostgreSQL, where the line costs more, goes the usual way.
"""

from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Column, Connection
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlcipher3.dbapi2 import Error as DriverError

from storage.db.driver import Cursor, driver_of
from storage.db.errors import meaning_of

Process = Callable[[object], object] | None
_LENGTHS = (1, 5, 25, 100, 250, 500, 1000)
"""Of lists. The driver keeps few statements compiled, so lists of every length must not each be one."""


@dataclass(frozen=True)
class _Ready:
    """SQL for the driver: what stands at each mark, how values go in, and how rows come out.

    `lists` names the marks that stand for several values, each with what stands for it in the SQL.
    """

    sql: str
    marks: tuple[tuple[str, object, Process], ...]
    row: Callable[[Sequence[object]], Any]
    lists: Mapping[str, str]


class PreparedStatement:
    """A statement whose parameters are single values, or lists of plain ones (`expanding`).

    One is made for each statement, when its module is loaded.

    Rows are `Any` here, since each statement has columns of its own: the function that takes one names them with their
    types. So are statements: SQLAlchemy has no one type for all that compile.
    """

    def __init__(self, statement: Any, returning: Sequence[Column[object]] = ()) -> None:
        self._statement = statement.returning(*returning) if returning else statement
        self._returning = returning
        self._ready: dict[tuple[str, ...], _Ready] = {}

    def rows(self, tx: Connection, given: Mapping[str, object]) -> Sequence[Any]:
        """Return all rows, with their columns as attributes."""
        if tx.dialect.name != "sqlite":
            return tx.execute(self._statement, given).all()
        ready = self._made_ready(tx, given)
        return [ready.row(row) for row in _run(tx, ready, given).fetchall()]

    def first(self, tx: Connection, given: Mapping[str, object]) -> Any:
        """Return the first row, or None."""
        return next(iter(self.rows(tx, given)), None)

    def each(self, tx: Connection, given: Mapping[str, object]) -> Iterator[Any]:
        """Return rows one after another: what is not asked for is not looked up."""
        if tx.dialect.name != "sqlite":
            return iter(tx.execute(self._statement, given))
        ready = self._made_ready(tx, given)
        return map(ready.row, _run(tx, ready, given))

    def value(self, tx: Connection, given: Mapping[str, object]) -> Any:
        """Return the only column of the first row, or None."""
        row = self.first(tx, given)
        return None if row is None else row[0]

    def change(self, tx: Connection, given: Mapping[str, object]) -> int:
        """Return how many rows were written."""
        if tx.dialect.name != "sqlite":
            return tx.execute(self._statement, given).rowcount
        return _run(tx, self._made_ready(tx, given), given).rowcount

    def _made_ready(self, tx: Connection, given: Mapping[str, object]) -> _Ready:
        names = tuple(given)
        if names not in self._ready:
            self._ready[names] = _compile(self._statement, names, self._returning, tx.dialect)
        return self._ready[names]


def _run(tx: Connection, ready: _Ready, given: Mapping[str, object]) -> Cursor:
    sql, values = _spread(ready, given) if ready.lists else (ready.sql, [_value(given, *mark) for mark in ready.marks])
    try:
        return driver_of(tx).execute(sql, values)
    except DriverError as error:
        raise meaning_of(error) from None


def _spread(ready: _Ready, given: Mapping[str, object]) -> tuple[str, list[object]]:
    """Return SQL with a mark for each value of its lists, and all values in their order."""
    sql, values = ready.sql, list[object]()
    for name, otherwise, process in ready.marks:
        if name in ready.lists:
            some = _lengthened(cast("Sequence[object]", given.get(name, otherwise)))
            sql = sql.replace(ready.lists[name], ",".join("?" * len(some)))
            values += some
        else:
            values.append(_value(given, name, otherwise, process))
    return sql, values


def _lengthened(values: Sequence[object]) -> Sequence[object]:
    """Return values with the last one said again, up to one of few lengths: each length is a statement of its own."""
    length = next((length for length in _LENGTHS if length >= len(values)), len(values))
    return [*values, *[values[-1]] * (length - len(values))] if values else ()


def _value(given: Mapping[str, object], name: str, otherwise: object, process: Process) -> object:
    value = given.get(name, otherwise)
    return value if process is None or value is None else process(value)


def _compile(statement: Any, names: tuple[str, ...], returning: Sequence[Column[object]], dialect: Dialect) -> _Ready:
    """Compile for the columns that are given. SQLAlchemy's own converters of times and truths are used as they are."""
    is_select = statement.is_select
    compiled: SQLCompiler = statement.compile(dialect=dialect, column_keys=None if is_select else list(names))
    binds = cast("Mapping[str, Process]", compiled._bind_processors)  # noqa: SLF001 - what its own execution uses; there is no public name for it
    otherwise = {**compiled.params, **_defaults(compiled)}
    marks = tuple((name, otherwise.get(name), binds.get(name)) for name in compiled.positiontup or ())
    lists = {
        name: f"__[POSTCOMPILE_{name}]" for name in map(compiled.bind_names.__getitem__, compiled.post_compile_params)
    }
    columns = statement.selected_columns if is_select else returning
    keys = [column.key for column in columns]
    made: Any = namedtuple("Row", keys)  # type: ignore[misc] # noqa: PYI024 - the columns differ each time
    processes = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
    return _Ready(compiled.string, marks, _maker(made._make, processes), lists)


def _defaults(compiled: SQLCompiler) -> Mapping[str, object]:
    """Return what an INSERT puts into columns that nobody gave; all defaults of ours are plain values."""
    columns = compiled.insert_prefetch if compiled.isinsert else ()
    return {column.key: put.arg for column in columns if isinstance(put := column.default, ScalarElementColumnDefault)}


def _maker(made: Callable[[Sequence[object]], object], processes: Sequence[Process]) -> Callable[..., object]:
    """Return what makes a row: only the columns that need it are converted."""
    needed = [(place, process) for place, process in enumerate(processes) if process is not None]

    def make(values: Sequence[object]) -> object:
        row = list(values)
        for place, process in needed:
            row[place] = process(row[place])
        return made(row)

    return make if needed else made
