"""pyspark.py - what recipes/spark_pipe.py asks of Spark, in one process. It is no Spark, and stands in where a test has none.

It keeps to what Spark 3 documents and does where a command could notice: a text file is cut at bytes, and a line belongs to the part in which it begins, so parts
are uneven and may be empty; lines end in LF or CR LF and nothing else, as UTF-8 (Hadoop's LineRecordReader). RDD.pipe starts a process for each part, also an empty one;
the command is split as a shell would, without a shell; the environment is what was given and nothing else; elements are written as UTF-8, one a line, while
the output is read; what comes back is lines without their LF, as UTF-8; standard error is not part of it; with checkCode any exit code but 0 fails the task, at the
end of its output. Nothing runs before an action; a job that fails leaves no part and no _SUCCESS; a folder that is there already is refused.
"""
import os
import shlex
import shutil
import subprocess
import threading


class RDD:
    def __init__(self, partitions):
        self.partitions = partitions  # functions: each call makes the elements

    def pipe(self, command, env=None, checkCode=False):
        def piped(elements):
            process = subprocess.Popen(shlex.split(command), env=env or {}, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

            def feed():
                try:
                    for element in elements():
                        process.stdin.write((str(element).rstrip("\n") + "\n").encode("utf-8"))
                    process.stdin.close()
                except BrokenPipeError:
                    pass  # the exit code tells
            feeding = threading.Thread(target=feed)
            feeding.start()
            for line in iter(process.stdout.readline, b""):
                yield line.rstrip(b"\n").decode("utf-8")
            feeding.join()
            process.stdout.close()
            process.wait()
            if checkCode and process.returncode:
                raise RuntimeError(f"Pipe function `{command}' exited with error code {process.returncode}")
        return RDD([lambda elements=elements: piped(elements) for elements in self.partitions])

    def saveAsTextFile(self, path):
        os.makedirs(path)
        aside = f"{path}/_temporary"
        os.mkdir(aside)
        names = [f"part-{index:05}" for index in range(len(self.partitions))]
        try:
            for name, elements in zip(names, self.partitions):
                with open(f"{aside}/{name}", "w", encoding="utf-8", newline="\n") as file:
                    file.writelines(f"{element}\n" for element in elements())
            for name in names:
                os.rename(f"{aside}/{name}", f"{path}/{name}")
            open(f"{path}/_SUCCESS", "w").close()
        finally:
            shutil.rmtree(aside)


class SparkContext:
    def __init__(self, appName):
        pass

    def textFile(self, name, minPartitions):
        with open(name, "rb") as file:
            text = file.read()
        size = max(1, -(-len(text) // minPartitions))
        parts = [[] for _ in range(-(-len(text) // size) or 1)]
        at = 0
        while at < len(text):
            end = text.find(b"\n", at)
            end = len(text) if end < 0 else end
            parts[at // size].append(text[at:end].removesuffix(b"\r").decode("utf-8"))
            at = end + 1
        return RDD([lambda lines=lines: iter(lines) for lines in parts])

    def stop(self):
        pass
