# The two commands are `make run` and `make test`; both set everything up first.
PYTHON := .venv/bin/python

# What works the processor for long, and what uses the service, a browser or another program from without, is run
# without counting lines: that would make it half as long again, and nearly all of those lines run elsewhere anyway.
LONG := tests/mail/test_hurtful.py tests/mail/test_mutated.py tests/mail/test_survey_replies.py tests/mail_replies tests/sayso/test_forged.py \
	tests/browser tests/journeys tests/analysis
# Half of the time tests wait for a browser, a server or a process that starts: so they run side by side.
BESIDE := -n auto --maxprocesses 4 --dist worksteal -m "not campaign"

.PHONY: install developer run test check fix bench nightly mutants chats docs hearing lock always

# What a host runs. `make install WITHOUT="pdf word"` leaves parts out, and that is remembered; docs/hosting.md names them.
install: .venv/.installed

.venv/.installed: requirements.lock pyproject.toml scripts/install.sh scripts/parts.py
	@sh scripts/install.sh

ifneq ($(origin WITHOUT) $(origin WITH),undefined undefined)
.venv/.installed: always
endif

# What developers add to it.
developer: .venv/.developed

.venv/.developed: .venv/.installed requirements-dev.lock scripts/install-dev.sh
	@sh scripts/install-dev.sh

run: install
	@.venv/bin/sayso serve

check: developer
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/codespell
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PYTHON) scripts/unused_code.py
	$(PYTHON) -m pytest -q -p no:randomly tests/test_house_rules.py

fix: developer
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

test: developer
	sh scripts/install-test-servers.sh
	sh scripts/install-referee.sh
	sh scripts/install-analysis.sh
	$(PYTHON) -m pytest $(BESIDE) --cov --cov-report=json:.coverage.json $(LONG:%=--ignore=%)
	$(PYTHON) scripts/coverage_gate.py .coverage.json
	$(PYTHON) -m pytest $(BESIDE) $(LONG)

bench: developer
	sh scripts/install-test-servers.sh
	sh scripts/install-referee.sh
	sh scripts/install-mail-peers.sh
	$(PYTHON) -m bench

# Kills the service 50 times in each case and reads 10,000 spoilt mails, which takes some minutes.
nightly: developer
	sh scripts/install-test-servers.sh
	sh scripts/install-referee.sh
	$(PYTHON) -m pytest -m campaign
	SAYSO_COLD=1 $(PYTHON) -m pytest -m journey
	SAYSO_COMMENTS=10 $(PYTHON) -m pytest tests/browser/test_review.py -k answers_comments
	SAYSO_COLD=1 SAYSO_KILLS=50 $(PYTHON) -m pytest -m kill -s
	SAYSO_BACKLOG=20000 $(PYTHON) -m pytest tests/mail/imap/test_listener.py -k little_memory
	SAYSO_HURTFUL=1 $(PYTHON) -m pytest tests/mail/test_hurtful.py
	SAYSO_MUTATED=10000 $(PYTHON) -m pytest tests/mail/test_mutated.py
	SAYSO_SURVEYS=1000 $(PYTHON) -m pytest tests/report/disclosure/test_attacker.py
	SAYSO_SCHEMATHESIS=600 $(PYTHON) -m pytest tests/review/test_schemathesis.py

# Changes what differs from the last commit in 60 small ways, and names each change that no test notices.
mutants: developer
	$(PYTHON) scripts/mutants.py --sample 60 $(FILES)

# Writes the golden conversations anew; look at the diff.
chats: developer
	REWRITE_CHATS=1 $(PYTHON) -m pytest -q -p no:randomly tests/feedback/test_transcripts.py

# Writes docs/hearing.md and its figures anew: what is understood of lines by other authors.
hearing: developer
	$(PYTHON) scripts/hearing.py

# Writes the parts of the documents that the program tells of itself.
docs: developer
	$(PYTHON) scripts/readme.py
	$(PYTHON) -m storage.db.data_dictionary

# Writes both locks anew, with the versions that they have as far as possible; NEWEST=1 takes the newest.
lock:
	@sh scripts/lock.sh
