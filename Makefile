# The two commands are `make run` and `make test`; both set everything up first.
PYTHON := .venv/bin/python

# Compiled code is kept, even where Python is told not to: else each process of the tests compiles all of it anew.
PYTEST := PYTHONDONTWRITEBYTECODE= $(PYTHON) -m pytest
# Counting lines makes tests half as long again, and what draws much up to five times as long. So `make test` counts only where the
# tests of the two pure rooms are, which must be run whole (tests/conftest.py marks these `counted`); `make coverage` counts all.
BESIDE := --maxprocesses 4 --dist worksteal $(if $(CI),--randomly-seed=1)
# The gate takes the tests in one order, so that what passes once passes again; everybody else in another each time.
# The rules of the house are held by `make check`.
HOUSE := --ignore=tests/test_house_rules.py
# Half of the time long tests wait for a browser, a server or a process that starts: so one more than there are cores.
ONE_MORE := -n $$(($$(getconf _NPROCESSORS_ONLN) + 1))

.PHONY: install developer run host servers test coverage check fix bench nightly mutants chats docs hearing lock always

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

# As root, on a machine with systemd: the user, the folders, the service, and a backup each night.
host: install
	@sh scripts/install-host.sh

check: developer
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/codespell
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PYTHON) scripts/unused_code.py
	$(PYTEST) -q -p no:randomly tests/test_house_rules.py

fix: developer
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

# What tests need beside Python.
servers: developer
	sh scripts/install-test-servers.sh
	sh scripts/install-referee.sh
	sh scripts/install-analysis.sh

test: servers
	$(PYTEST) $(BESIDE) -n auto --cov=feedback --cov=report --cov-report=json:.coverage.json -m "counted and not campaign" $(HOUSE)
	$(PYTHON) scripts/coverage_gate.py .coverage.json feedback report
	$(PYTEST) $(BESIDE) $(ONE_MORE) -m "not (counted or campaign)" $(HOUSE)

# Holds every room to its share of lines that the tests run.
coverage: servers
	$(PYTEST) $(BESIDE) -n auto --cov --cov-report=json:.coverage.json -m "not (campaign or uncounted)" $(HOUSE)
	$(PYTHON) scripts/coverage_gate.py .coverage.json

bench: developer
	sh scripts/install-test-servers.sh
	sh scripts/install-referee.sh
	sh scripts/install-mail-peers.sh
	$(PYTHON) -m bench

# Kills the service 50 times in each case and reads 10,000 spoilt mails, which takes some minutes.
nightly: export SAYSO_WHOLE := 1
nightly: coverage
	$(PYTEST) $(BESIDE) $(ONE_MORE) -m "uncounted and not (campaign or journey)" $(HOUSE)
	$(PYTEST) -m campaign
	SAYSO_COLD=1 $(PYTEST) -m journey
	SAYSO_COLD=1 SAYSO_KILLS=50 $(PYTEST) -m kill -s
	SAYSO_BACKLOG=20000 $(PYTEST) tests/mail/imap/test_listener.py -k little_memory
	SAYSO_HURTFUL=1 $(PYTEST) tests/mail/test_hurtful.py
	SAYSO_MUTATED=10000 $(PYTEST) tests/mail/test_mutated.py
	SAYSO_REPLIES=1 $(PYTEST) tests/mail/test_survey_replies.py
	SAYSO_ODD=2 $(PYTEST) tests/review/test_odd_requests.py
	SAYSO_EXAMPLES=10 $(PYTEST) tests/feedback/test_step_properties.py tests/feedback/test_distress_properties.py \
		tests/feedback/exchange/test_surveyjs_form.py tests/sayso/mail/test_campaign.py tests/analysis/test_xlsform_programs.py \
		tests/report/formats/test_plain_words.py tests/report/parts tests/report/disclosure/test_theme_attack.py
	SAYSO_SURVEYS=1000 $(PYTEST) tests/report/disclosure/test_attacker.py
	SAYSO_SCHEMATHESIS=600 $(PYTEST) tests/review/test_schemathesis.py

# Changes what differs from the last commit in 60 small ways, and names each change that no test notices.
mutants: developer
	$(PYTHON) scripts/mutants.py --sample 60 $(FILES)

# Writes the golden conversations anew; look at the diff.
chats: developer
	REWRITE_CHATS=1 $(PYTEST) -q -p no:randomly tests/feedback/test_transcripts.py

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
