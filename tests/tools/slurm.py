"""slurm.py - a Slurm cluster of one node on this machine, for a test: munged, slurmctld and slurmd of our own, in a folder of our own, on free ports."""
import os
import shutil
import signal
import socket
import subprocess
import time

PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "sinfo")
CONF = """ClusterName=gouji
SlurmctldHost={host}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
AuthInfo=socket={folder}/munge.sock
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
SlurmctldPort={port}
SlurmdPort={other}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
SchedulerType=sched/builtin
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
NodeName={host} NodeAddr=127.0.0.1 CPUs={cpus} State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def is_installed():
    return all(shutil.which(program) for program in PROGRAMS)


def free_ports(count):
    found = [socket.socket() for _ in range(count)]
    for one in found:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in found]
    for one in found:
        one.close()
    return ports


class Slurm:
    """A context: `environment` is for sbatch. RuntimeError where the daemons do not start (they may want root)."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(f"{folder}/state"), os.makedirs(f"{folder}/spool")
        port, other = free_ports(2)
        host, user = socket.gethostname().split(".")[0], subprocess.run(["id", "-un"], capture_output=True, text=True).stdout.strip()
        with open(f"{folder}/slurm.conf", "w") as file:
            file.write(CONF.format(host=host, user=user, folder=folder, port=port, other=other, cpus=os.cpu_count()))
        with open(f"{folder}/munge.key", "wb", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
            file.write(os.urandom(1024))
        self.environment = {**os.environ, "SLURM_CONF": f"{folder}/slurm.conf"}

    def start(self, *command):
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{command[0]} does not start: {done.stderr.strip()[:200]}")

    def __enter__(self):
        try:
            self.start("munged", "--force", *(f"--{what}={self.folder}/munge.{end}" for what, end in
                                              (("socket", "sock"), ("key-file", "key"), ("log-file", "log"), ("pid-file", "pid"), ("seed-file", "seed"))))
            self.start("slurmctld", "-c")
            self.start("slurmd")
            for _ in range(100):
                state = subprocess.run(["sinfo", "-h", "-o", "%T"], env=self.environment, capture_output=True, text=True).stdout.strip()
                if state == "idle":
                    return self
                time.sleep(0.1)
            raise RuntimeError(f"the node does not come up: {state!r}")
        except RuntimeError:
            self.__exit__()
            raise

    def __exit__(self, *unused):
        for name in ("slurmd", "slurmctld", "munge"):
            try:
                os.kill(int(open(f"{self.folder}/{name}.pid").read()), signal.SIGTERM)
            except (OSError, ValueError):
                pass
