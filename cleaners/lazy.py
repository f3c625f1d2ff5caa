"""A property that is worked out once: functools.cached_property without the lock that it takes before Python 3.12.

A block is asked some hundred times; the lock made a twentieth of the time that a page costs.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):
    """Works out the value at the first look and keeps it in the instance, where the next look finds it."""

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self.work_out = work_out
        self.name = work_out.__name__
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> "lazy[T]": ...
    @overload
    def __get__(self, owner: object, kind: type) -> T: ...
    def __get__(self, owner: object, kind: type) -> Any:
        """The value for an instance; the property itself for the class."""
        if owner is None:
            return self
        value = owner.__dict__[self.name] = self.work_out(owner)
        return value
