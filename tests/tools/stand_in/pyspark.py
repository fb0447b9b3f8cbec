"""pyspark.py - what recipes/spark_pipe.py asks of Spark, in one process, to the letter of RDD.pipe: each partition has a process of its own, also an empty
one; elements are written to it one a line; what it writes comes back a line an element; with checkCode an exit code other than 0 fails the job.
It is no Spark, and stands in where a test has none."""
import os
import shlex
import subprocess


class RDD:
    def __init__(self, partitions):
        self.partitions = partitions

    def pipe(self, command, env=None, checkCode=False):
        piped = []
        for elements in self.partitions:
            done = subprocess.run(shlex.split(command), env=env, input="".join(f"{e}\n" for e in elements).encode(), stdout=subprocess.PIPE)
            if checkCode and done.returncode:
                raise RuntimeError(f"Pipe function `{command}' exited with error code {done.returncode}")
            piped.append(done.stdout.decode().split("\n")[:-1])
        return RDD(piped)

    def saveAsTextFile(self, path):
        os.makedirs(path)
        for index, elements in enumerate(self.partitions):
            with open(f"{path}/part-{index:05}", "w", encoding="utf-8") as file:
                file.writelines(f"{e}\n" for e in elements)


class SparkContext:
    def __init__(self, appName):
        pass

    def textFile(self, name, minPartitions):
        """Runs of lines; one partition more than asked for, and that is empty, as Spark's may be."""
        lines = open(name, encoding="utf-8").read().splitlines()
        size = -(-len(lines) // minPartitions)
        return RDD([lines[i * size:(i + 1) * size] for i in range(minPartitions + 1)])

    def stop(self):
        pass
