"""postgres.py - a PostgreSQL server of the test's own: in a temporary folder, over a Unix socket only, gone at the end.

PostgreSQL refuses to run as root: then it runs as the user `postgres` that Debian's package makes.
"""
import glob, os, pwd, shutil, subprocess, tempfile


class Postgres:
    def __init__(self):
        """RuntimeError with the reason where no server can be started."""
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
        if not found:
            raise RuntimeError("PostgreSQL is not installed (Debian package postgresql)")
        self.programs = os.path.dirname(found[-1])
        self.as_user = []
        self.folder = tempfile.mkdtemp(prefix="gouji-pg-")
        self.running = False
        self.databases = 0
        if os.getuid() == 0:
            try:
                owner = pwd.getpwnam("postgres")
            except KeyError:
                raise RuntimeError("there is no user postgres to run the server as") from None
            os.chmod(self.folder, 0o755)
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
            self.as_user = ["runuser", "-u", "postgres", "--"]
        try:
            self.command("initdb", "-D", f"{self.folder}/data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-N")
            self.start()
        except (OSError, subprocess.SubprocessError) as error:
            self.close()
            raise RuntimeError(f"PostgreSQL cannot be started: {error} {getattr(error, 'stderr', b'')[-300:]}") from None

    def command(self, program, *arguments):
        return subprocess.run([*self.as_user, f"{self.programs}/{program}", *arguments], check=True, capture_output=True, timeout=600,
                              cwd=self.folder, stdin=subprocess.DEVNULL).stdout

    def start(self):
        # pg_ctl's child keeps what it inherits: nothing of ours
        subprocess.run([*self.as_user, f"{self.programs}/pg_ctl", "-D", f"{self.folder}/data", "-w", "-t", "600", "-l", f"{self.folder}/log", "-o",
                        f"-c listen_addresses='' -c unix_socket_directories={self.folder}", "start"], check=True, stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600, cwd=self.folder)
        self.running = True

    def stop(self, how="fast"):
        self.running = False
        self.command("pg_ctl", "-D", f"{self.folder}/data", "-w", "-t", "600", "-m", how, "stop")

    def address(self):
        """That of a new, empty database."""
        self.databases += 1
        name = f"ledger{self.databases}"
        self.command("createdb", "-h", self.folder, "-U", "postgres", name)
        return f"postgresql:///{name}?host={self.folder}&user=postgres"

    def close(self):
        if self.running:
            self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)


def query(address, statement):
    """The rows of one statement, in a SQLite file or on a server, as lists of texts."""
    if address.startswith("postgresql:"):
        done = subprocess.run(["psql", "-X", "-At", "-F", "\x1f", "-v", "ON_ERROR_STOP=1", address, "-c", statement], check=True, capture_output=True,
                              text=True)
    else:
        done = subprocess.run(["sqlite3", "-bail", "-separator", "\x1f", address, statement], check=True, capture_output=True, text=True)
    return [line.split("\x1f") for line in done.stdout.splitlines()]
