"""The map by Spark's pipe: each partition's paths go to one process of recipes/pipe.sh, its lines come back as records.

Usage: spark-submit --files recipes/pipe.sh recipes/spark_pipe.py LIST FOLDER [PARTITIONS]
       then cat FOLDER/part-* >facts.jsonl && gouji collect facts.jsonl
Every executor must see the reports under the paths of the list, and have gouji (or what GOUJI names). GOUJI_PIPE names pipe.sh where it does not lie in the
executor's folder, which is where --files puts it.
"""
import os
import sys

from pyspark import SparkContext


def main(listed, folder, partitions="8"):
    context = SparkContext(appName="gouji")
    environment = {name: os.environ[name] for name in ("GOUJI", "PATH") if name in os.environ}
    paths = context.textFile(listed, int(partitions))
    paths.pipe(os.environ.get("GOUJI_PIPE", "sh pipe.sh"), environment, checkCode=True).saveAsTextFile(folder)
    context.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
