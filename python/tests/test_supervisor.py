"""Proves the supervisor on real processes: one start, exact exit records, nobody left behind."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from typing import Any

SUPERVISOR = Path(__file__).resolve().parents[1] / "supervisor.py"
TRY_MOUNT = ["unshare", "-rm", "mount", "-t", "tmpfs", "disk", "/mnt"]
CAN_MOUNT = shutil.which("unshare") is not None and subprocess.run(TRY_MOUNT, capture_output=True).returncode == 0


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class SupervisorTest(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def launch(
        self, code: str, *, grace: float = 120, argv: list[str] | None = None
    ) -> subprocess.Popen[bytes]:
        # The child tells the test that it is ready through a FIFO: no test waits by the clock.
        fifo = self.folder / "ready"
        if not fifo.exists():
            os.mkfifo(fifo)
        launch = {
            "argv": argv or [sys.executable, "-c", code],
            "env": {"READY": str(fifo), "PATH": os.environ["PATH"]},
            "cwd": str(self.folder),
            "key": "run-1",
            "graceSeconds": grace,
        }
        (self.folder / "launch.json").write_text(json.dumps(launch))
        process = subprocess.Popen(
            [sys.executable, str(SUPERVISOR), str(self.folder)], start_new_session=True
        )
        self.addCleanup(process.wait)
        return process

    def ready(self) -> str:
        with open(self.folder / "ready") as fifo:
            return fifo.read().strip()

    def read(self, name: str) -> Any:
        return json.loads((self.folder / name).read_text())

    def test_records_a_normal_end(self) -> None:
        self.launch(
            "print('hello', flush=True); import sys; sys.stderr.write('there\\n'); sys.exit(3)"
        ).wait()
        record = self.read("exit.json")
        self.assertEqual((record["code"], record["signal"], record["terminated"]), (3, None, "no"))
        self.assertEqual((record["leftovers"], record["oomKills"]), (0, 0))
        self.assertGreater(record["maxRssBytes"], 1_000_000)
        self.assertGreaterEqual(record["endedAt"], record["startedAt"])
        self.assertEqual((self.folder / "output.log").read_text(), "hello\nthere\n")
        self.assertFalse((self.folder / "launch.json").exists())
        self.assertEqual(self.read("supervisor.json")["key"], "run-1")

    def test_child_environment_is_exactly_the_given_one(self) -> None:
        self.launch("import os; print(sorted(set(os.environ) - {'LC_CTYPE'}))").wait()
        self.assertEqual((self.folder / "output.log").read_text(), "['PATH', 'READY']\n")

    def test_second_start_does_nothing_while_running_and_after(self) -> None:
        first = self.launch("import os,signal; open(os.environ['READY'],'w').write('up'); signal.pause()")
        self.assertEqual(self.ready(), "up")
        self.assertEqual(self.launch("print('again')").wait(), 0)
        first.send_signal(signal.SIGINT)
        first.wait()
        self.assertEqual(self.launch("print('again')").wait(), 0)
        self.assertEqual((self.folder / "output.log").read_text(), "")
        self.assertEqual(self.read("exit.json")["signal"], "SIGKILL")

    def test_supervisor_killed_before_announcing_is_not_repeated(self) -> None:
        (self.folder / "supervisor.lock").write_text("123\n")
        self.assertEqual(self.launch("print('again')").wait(), 0)
        self.assertFalse((self.folder / "exit.json").exists())

    def test_ask_then_child_ends_itself(self) -> None:
        process = self.launch(
            "import os,signal,sys\nsignal.signal(15, lambda *a: sys.exit(7))\n"
            "open(os.environ['READY'],'w').write('up')\nsignal.pause()"
        )
        self.ready()
        process.terminate()
        process.wait()
        record = self.read("exit.json")
        self.assertEqual((record["code"], record["terminated"]), (7, "asked"))

    def test_grace_ends_in_a_kill(self) -> None:
        process = self.launch(
            "import os,signal\nsignal.signal(15, signal.SIG_IGN)\n"
            "open(os.environ['READY'],'w').write('up')\nwhile True: signal.pause()",
            grace=0.3,
        )
        self.ready()
        process.terminate()
        process.terminate()
        process.wait()
        record = self.read("exit.json")
        self.assertEqual(
            (record["code"], record["signal"], record["terminated"]), (None, "SIGKILL", "killed")
        )
        self.assertGreaterEqual(record["durationMs"], 300)

    def test_descendants_that_left_the_session_are_killed(self) -> None:
        process = self.launch(
            "import os,subprocess,sys\n"
            "code = 'import signal; signal.signal(15, 1); print(flush=True); signal.pause()'\n"
            "kid = subprocess.Popen([sys.executable, '-c', code], start_new_session=True, stdout=subprocess.PIPE)\n"
            "kid.stdout.read(1)\nopen(os.environ['READY'],'w').write(str(kid.pid))"
        )
        kid = int(self.ready())
        process.wait()
        self.assertEqual((self.read("exit.json")["code"], self.read("exit.json")["leftovers"]), (0, 1))
        self.assertFalse(alive(kid))

    def test_a_deleted_folder_ends_the_run(self) -> None:
        process = self.launch(
            "import os,signal\nsignal.signal(15, signal.SIG_IGN)\n"
            "open(os.environ['READY'],'w').write(str(os.getpid()))\nwhile True: signal.pause()"
        )
        child = int(self.ready())
        shutil.rmtree(self.folder)
        process.wait()
        self.folder.mkdir()  # for the clean-up
        self.assertFalse(alive(child))

    def test_missing_program(self) -> None:
        self.launch("", argv=["/nowhere/python"]).wait()
        self.assertEqual(self.read("exit.json")["code"], 127)
        self.assertIn("Could not start /nowhere/python", (self.folder / "output.log").read_text())

    def test_outlives_the_process_that_started_it(self) -> None:
        code = "import os,signal; open(os.environ['READY'],'w').write('up'); signal.pause()"
        starter = "import subprocess,sys; print(subprocess.Popen(sys.argv[1:], start_new_session=True, stdin=0).pid)"
        os.mkfifo(self.folder / "ready")
        launch = {
            "argv": [sys.executable, "-c", code],
            "env": {"READY": str(self.folder / "ready")},
            "cwd": "/",
            "key": "k",
            "graceSeconds": 1,
        }
        (self.folder / "launch.json").write_text(json.dumps(launch))
        pid = int(
            subprocess.check_output(
                [sys.executable, "-c", starter, sys.executable, str(SUPERVISOR), str(self.folder)]
            )
        )
        self.assertEqual(self.ready(), "up")
        handle = os.pidfd_open(pid) if hasattr(os, "pidfd_open") else None
        os.kill(pid, signal.SIGHUP)
        os.kill(pid, signal.SIGQUIT)
        if handle is not None:
            select.select([handle], [], [], 20)
            os.close(handle)
        deadline = time.monotonic() + 20
        while not (self.folder / "exit.json").exists() and time.monotonic() < deadline:
            pass
        self.assertEqual(self.read("exit.json")["terminated"], "killed")

    @unittest.skipUnless(CAN_MOUNT, "needs a disk of its own")
    def test_tells_of_an_end_on_a_full_disk_at_once(self) -> None:
        code = "import sys\ntry: open('fill', 'wb').write(bytes(1 << 26))\nexcept OSError: sys.exit(1)"
        attempt = self.folder / "attempt"
        launch = {"argv": [sys.executable, "-c", code], "env": {}, "cwd": str(attempt), "key": "k"}
        (self.folder / "launch.json").write_text(json.dumps(launch))
        script = (
            "mkdir attempt && mount -t tmpfs -o size=3m disk attempt && cp launch.json attempt"
            ' && "$1" "$2" attempt && cp attempt/exit.json . && ls attempt > left'
        )
        words = ["unshare", "-rm", "sh", "-ec", script, "sh", sys.executable, str(SUPERVISOR)]
        subprocess.run(words, cwd=self.folder, check=True, timeout=60)
        record = self.read("exit.json")
        self.assertEqual((record["code"], record["diskFull"]), (1, True))
        self.assertNotIn("room", (self.folder / "left").read_text().split())


if __name__ == "__main__":
    unittest.main()
