"""A catalogue of a pack, and the server that shows it, for as long as a script needs them."""

import os
import re
import shutil
import signal
import subprocess
import tempfile


class Server:
    """`margay serve` over a catalogue that is made of folders of rules, or over one that is there."""

    def __init__(self, program, packs, database=None):
        self.folder = tempfile.mkdtemp(prefix="margay-catalog-")
        if database is None:
            database = os.path.join(self.folder, "catalog.db")
            subprocess.run([program, "catalog", "build", *packs, "--db", database], check=True, stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen(
            [program, "serve", "--db", database, "--listen", "127.0.0.1:0"], stderr=subprocess.PIPE, text=True
        )
        line = self.process.stderr.readline()
        found = re.search(r"http://\S+?(?=/\s)", line)
        if found is None:
            self.close()
            raise RuntimeError(f"the server did not start: {line}")
        self.address = found.group(0)

    def close(self):
        """Stops the server as its manager would; says how it ended."""
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
        return code
