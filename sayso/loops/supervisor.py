"""Each job of the service fails alone: it is begun again after a pause, and all the others go on.

While a job stands still, and until it has run steadily again, `troubles` says so: the health page is red meanwhile.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from sayso.core import log
from sayso.core.ports import BackgroundJob, JobFault, RetryPauses

_AFTER_FAULT = RetryPauses(1.0, 300.0)
"""A guess: most faults pass in a moment, and one that does not fills no log."""
STEADY_SECONDS = 60.0
"""A guess: what has run for so long after a fault is well again."""


@dataclass
class _Standing:
    """How a job fares: what ended it last, and since when it has run again."""

    failures: int = 0
    trouble: str = ""
    began_at: float | None = None


@dataclass
class Supervisor:
    """Runs jobs side by side. `time` is a clock that never goes back, in seconds; `say` gets a line for the host."""

    time: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]]
    jitter: Callable[[], float]
    say: Callable[[str], None]
    _standings: dict[str, _Standing] = field(default_factory=dict, init=False)

    @property
    def troubles(self) -> Mapping[str, str]:
        """Return a sentence for each job that stands still, or that has only just begun again; no word of anybody's."""
        return {name: one.trouble for name, one in self._standings.items() if one.trouble and not self._is_steady(one)}

    async def keep(self, job: BackgroundJob) -> None:
        """Run a job until it is done, however often it has to begin again. Ends early only by being cancelled."""
        standing = self._standings.setdefault(job.name, _Standing())
        while True:
            standing.began_at = self.time()
            try:
                await job.run()
            except Exception as fault:  # noqa: BLE001 - whatever ends one job, the others serve people meanwhile
                await self._rest(job, standing, fault)
            else:
                standing.trouble = ""
                return

    async def _rest(self, job: BackgroundJob, standing: _Standing, fault: Exception) -> None:
        failures = 1 if self._is_steady(standing) else standing.failures + 1
        trouble, pauses = _told(job, fault)
        if failures == 1 or trouble != standing.trouble:
            self.say(trouble)
        standing.failures, standing.trouble, standing.began_at = failures, trouble, None
        log.warn("job stopped", job=job.name, count=failures, **log.place_of(fault))
        await self.sleep(pauses.after(failures, self.jitter()))

    def _is_steady(self, standing: _Standing) -> bool:
        return standing.began_at is not None and self.time() - standing.began_at >= STEADY_SECONDS


def _told(job: BackgroundJob, fault: Exception) -> tuple[str, RetryPauses]:
    """Return what to say of a fault, and how to pause after it. The text of a fault that is not ours may hold anything."""
    if isinstance(fault, JobFault):
        return str(fault), fault.pauses
    return f"{job.name} stopped by a fault of the program. It is begun again; the log says where.", _AFTER_FAULT
