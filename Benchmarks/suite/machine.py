"""Processes as the operating system accounts for them, a web server beside them, and what they ran on."""

import contextlib
import datetime
import hashlib
import os
import platform
import shutil
import socket
import subprocess
import tempfile
import time
import venv


class Missing(Exception):
    """A peer or tool that is not there; the row that needs it says so."""


class Run:
    """A process that ended, with the seconds it took."""

    def __init__(self, wall: float, cpu: float, peak_kb: int, output: str):
        self.wall, self.cpu, self.peak_kb, self.output = wall, cpu, peak_kb, output


def run(command: list, **options) -> Run:
    """Runs to the end; CPU is user and system time of that process and its children, by wait4."""
    with tempfile.TemporaryFile() as out:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, **options)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read().decode("utf-8", "replace")
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {text[-800:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, text)


@contextlib.contextmanager
def web_server(folder: str, work: str):
    """nginx on a free loopback port, serving `folder/current`, a link; its CPU is in no figure."""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if nginx is None:
        raise Missing("nginx is not installed (apt-get install nginx-light)")
    port = free_port()
    prefix = os.path.join(work, "nginx")
    os.makedirs(prefix, exist_ok=True)
    settings = os.path.join(prefix, "nginx.conf")
    with open(settings, "w") as file:
        file.write(f"""
worker_processes 1; daemon off; pid {prefix}/pid; error_log {prefix}/error.log error;
{"user root;" if os.geteuid() == 0 else ""}
events {{ worker_connections 4096; }}
http {{
    access_log off; types {{ text/html html; text/plain txt; }} default_type text/html; charset utf-8;
    client_body_temp_path {prefix}/b; proxy_temp_path {prefix}/p; fastcgi_temp_path {prefix}/f;
    uwsgi_temp_path {prefix}/u; scgi_temp_path {prefix}/s;
    keepalive_requests 1000000; if_modified_since before;
    server {{
        listen 127.0.0.1:{port} backlog=4096; root {folder}/current;
        location /fresh/ {{ alias {folder}/current/; sub_filter_once on; sub_filter '</title>' ' $msec</title>'; }}
    }}
}}
""")
    process = subprocess.Popen([nginx, "-p", prefix, "-c", settings], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        else:
            raise Missing(f"nginx did not start; see {prefix}/error.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def publish(folder: str, version: str) -> None:
    """Lets the server serve this version from now on."""
    link = os.path.join(folder, "next")
    os.symlink(version, link)
    os.replace(link, os.path.join(folder, "current"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def resident_kb(pid: int) -> dict:
    """Resident memory in kB: all of it, what is its own, and what is mapped from files."""
    with open(f"/proc/{pid}/status") as file:
        lines = dict(line.split(":", 1) for line in file if ":" in line)
    return {name: int(lines[key].split()[0])
            for name, key in (("all", "VmRSS"), ("own", "RssAnon"), ("mapped", "RssFile"))}


def digest(path: str) -> str:
    """By which a file is known again."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def describe() -> str:
    """Processor, cores, memory, system, date."""
    model = platform.processor() or platform.machine()
    with contextlib.suppress(OSError), open("/proc/cpuinfo") as file:
        model = next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), model)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = platform.platform()
    with contextlib.suppress(OSError), open("/etc/os-release") as file:
        system = next((line.split("=", 1)[1].strip().strip('"') for line in file
                       if line.startswith("PRETTY_NAME")), system)
    today = datetime.date.today().isoformat()
    return f"{system}, {model}, {os.cpu_count()} cores, {memory:.0f} GB, {today}"


def built(package: str, product: str, work: str) -> str:
    """The path of a program of a package of Swift, built for release."""
    scratch = os.path.join(work, "swift")
    command = ["swift", "build", "-c", "release", "--package-path", package, "--scratch-path", scratch]
    try:
        run(command + ["--product", product])
        return os.path.join(run(command + ["--show-bin-path"]).output.strip().splitlines()[-1], product)
    except (OSError, RuntimeError) as fault:
        raise Missing(f"{product} could not be built: {fault}") from fault


def python_with(package: str, module: str, work: str) -> str:
    """The Python of a virtual environment of its own that has a peer from PyPI."""
    folder = os.path.join(work, f"venv-{module}")
    python = os.path.join(folder, "bin", "python")
    try:
        if not os.access(python, os.X_OK):
            venv.create(folder, with_pip=True)
        if subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode != 0:
            run([python, "-m", "pip", "install", "--quiet", package])
    except (subprocess.CalledProcessError, OSError, RuntimeError, SystemExit) as fault:
        raise Missing(f"{package} could not be installed: {fault}") from fault
    return python
