#!/usr/bin/env python3
"""Applies an umbrella chart of 1,000 objects with Pintle and with Helm, on the same API server.

Starts etcd and kube-apiserver, makes a chart of 10 subcharts with 100 objects each, and for both
tools measures the wall time and counts the requests (by the server's own apiserver_request_total) of:
a first install, the same again, and a check whether anything differs. Helm has no such check; its
`upgrade --dry-run=server` is what comes nearest. The objects are those of 100 services, ten kinds for
each; or, with `--mix services`, 600 ConfigMaps, 200 Services and 200 Deployments.

    bench/apply-load.py [--binaries DIR] [--pintle COMMAND] [--rounds N] [--mix whole|services]

Needs helm and openssl on the PATH. Prints one line per run and a table of medians.
"""

import argparse
import os
import pathlib
import shlex
import shutil
import signal
import socket
import ssl
import statistics
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

CHARTS = 10
TOKEN = "bench-token"

# What a service brings along; each is one object per service.
KINDS = {
    "serviceaccount": """apiVersion: v1
kind: ServiceAccount
METADATA
""",
    "secret": """apiVersion: v1
kind: Secret
METADATA
stringData: {password: "value NUMBER"}
""",
    "configmap": """apiVersion: v1
kind: ConfigMap
METADATA
data:
  key: "value NUMBER"
  size: "{{ .Values.size }}"
""",
    "role": """apiVersion: rbac.authorization.k8s.io/v1
kind: Role
METADATA
rules:
  - {apiGroups: [""], resources: [configmaps], verbs: [get, list, watch]}
""",
    "rolebinding": """apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
METADATA
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: NAME}
subjects: [{kind: ServiceAccount, name: NAME, namespace: {{ .Release.Namespace }}}]
""",
    "service": """apiVersion: v1
kind: Service
METADATA
spec:
  selector: {app: NAME}
  ports: [{name: http, port: 80, targetPort: http}]
""",
    "deployment": """apiVersion: apps/v1
kind: Deployment
METADATA
spec:
  replicas: 2
  selector: {matchLabels: {app: NAME}}
  template:
    metadata: {labels: {app: NAME}}
    spec:
      serviceAccountName: NAME
      containers:
        - name: app
          image: example.com/app:1
          env: [{name: SIZE, value: "{{ .Values.size }}"}]
          ports: [{name: http, containerPort: 8080}]
          resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {cpu: 1000m, memory: 256Mi}}
""",
    "poddisruptionbudget": """apiVersion: policy/v1
kind: PodDisruptionBudget
METADATA
spec:
  minAvailable: 1
  selector: {matchLabels: {app: NAME}}
""",
    "horizontalpodautoscaler": """apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
METADATA
spec:
  minReplicas: 2
  maxReplicas: 5
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: NAME}
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]
""",
    "ingress": """apiVersion: networking.k8s.io/v1
kind: Ingress
METADATA
spec:
  rules:
    - host: NAME.example.com
      http:
        paths:
          - {path: /, pathType: Prefix, backend: {service: {name: NAME, port: {name: http}}}}
""",
}

# Objects of a kind in each of the subcharts. For each Service the server makes an IPAddress by a
# request to itself, of which it allows itself a hundred at once and fifty a second after that:
# where there are many Services, both tools wait for the server.
MIXES = {
    "whole": dict.fromkeys(KINDS, 10),
    "services": {"configmap": 60, "service": 20, "deployment": 20},
}


def write_chart(directory, mix):
    def write(path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    write(directory / "Chart.yaml", "apiVersion: v2\nname: umbrella\nversion: 1.0.0\n")
    write(directory / "values.yaml", "{}\n")
    for chart in range(CHARTS):
        sub = directory / "charts" / f"part{chart}"
        write(sub / "Chart.yaml", f"apiVersion: v2\nname: part{chart}\nversion: 1.0.0\n")
        write(sub / "values.yaml", "size: 5\n")
        for kind, count in MIXES[mix].items():
            for number in range(count):
                text = (KINDS[kind]
                        .replace("METADATA", "metadata: {name: NAME, labels: {app: NAME}}")
                        .replace("NAME", "{{ .Release.Name }}-{{ .Chart.Name }}-NUMBER")
                        .replace("NUMBER", str(number)))
                write(sub / "templates" / f"{kind}-{number}.yaml", text)
    return directory


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    """An API server with its etcd."""

    def __init__(self, binaries, directory):
        self.processes = []
        self.directory = directory
        etcd, peer, port = (free_port() for _ in range(3))
        self.url = f"https://127.0.0.1:{port}"
        subprocess.run(
            "openssl genrsa -out sa.key 2048 && openssl rsa -in sa.key -pubout -out sa.pub",
            shell=True, check=True, cwd=directory, capture_output=True)
        (directory / "tokens.csv").write_text(f'{TOKEN},admin,admin,"system:masters"\n')
        self.start(
            binaries / "etcd", f"--data-dir={directory}/etcd", "--unsafe-no-fsync",
            f"--listen-client-urls=http://127.0.0.1:{etcd}",
            f"--advertise-client-urls=http://127.0.0.1:{etcd}",
            f"--listen-peer-urls=http://127.0.0.1:{peer}",
            f"--initial-advertise-peer-urls=http://127.0.0.1:{peer}",
            f"--initial-cluster=default=http://127.0.0.1:{peer}")
        self.start(
            binaries / "kube-apiserver", f"--etcd-servers=http://127.0.0.1:{etcd}",
            f"--secure-port={port}", "--bind-address=127.0.0.1",
            "--advertise-address=127.0.0.1", "--endpoint-reconciler-type=none",
            f"--cert-dir={directory}/certs",
            f"--service-account-key-file={directory}/sa.pub",
            f"--service-account-signing-key-file={directory}/sa.key",
            "--service-account-issuer=https://kubernetes.default.svc",
            f"--token-auth-file={directory}/tokens.csv", "--authorization-mode=RBAC",
            "--service-cluster-ip-range=10.96.0.0/16",
            "--disable-admission-plugins=ServiceAccount")
        self.kubeconfig = directory / "kubeconfig"
        self.kubeconfig.write_text(f"""apiVersion: v1
kind: Config
current-context: bench
clusters: [{{name: bench, cluster: {{server: "{self.url}", insecure-skip-tls-verify: true}}}}]
users: [{{name: bench, user: {{token: {TOKEN}}}}}]
contexts: [{{name: bench, context: {{cluster: bench, user: bench}}}}]
""")
        deadline = time.time() + 180
        while not self.ready():
            if time.time() > deadline:
                raise SystemExit("the API server does not become ready")
            time.sleep(0.5)

    def start(self, program, *flags):
        with open(self.directory / f"{program.name}.log", "w") as log:
            self.processes.append(
                subprocess.Popen([str(program), *flags], stdout=log, stderr=log))

    def get(self, path):
        trusting = ssl.create_default_context()
        trusting.check_hostname = False
        trusting.verify_mode = ssl.CERT_NONE
        request = urllib.request.Request(
            self.url + path, headers={"Authorization": f"Bearer {TOKEN}"})
        with urllib.request.urlopen(request, context=trusting, timeout=30) as answer:
            return answer.read().decode()

    def ready(self):
        try:
            return self.get("/readyz") == "ok"
        except (urllib.error.URLError, OSError):
            return False

    def requests(self):
        """All so far; the server's own, about leases and the like, are few."""
        total = 0
        for line in self.get("/metrics").splitlines():
            if line.startswith("apiserver_request_total{") and 'resource="leases"' not in line:
                total += float(line.rsplit(" ", 1)[1])
        return int(total)

    def stop(self):
        for process in reversed(self.processes):
            process.send_signal(signal.SIGKILL)
            process.wait()


def run(server, command, namespace, fails_with=()):
    environment = dict(os.environ, KUBECONFIG=str(server.kubeconfig))
    before, start = server.requests(), time.time()
    done = subprocess.run(
        [*command, "-n", namespace], env=environment, capture_output=True, text=True)
    seconds, requests = time.time() - start, server.requests() - before - 1
    if done.returncode not in (0, *fails_with):
        raise SystemExit(f"{command} ended with {done.returncode}: {done.stderr[-2000:]}")
    return seconds, requests


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    root = pathlib.Path(__file__).resolve().parent.parent
    cache = pathlib.Path.home() / ".cache/pintle/control-plane"
    parser.add_argument("--binaries", type=pathlib.Path, default=cache)
    parser.add_argument("--pintle", default=str(root / "pintle"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--mix", choices=MIXES, default="whole")
    options = parser.parse_args()

    directory = pathlib.Path(tempfile.mkdtemp(prefix="apply-load"))
    server = Server(options.binaries, directory)
    results = {}
    try:
        chart = str(write_chart(directory / "umbrella", options.mix))
        install = ["upgrade", "--install", "load", chart, "--create-namespace"]
        steps = {
            "pintle": [
                ("first install", install),
                ("again, unchanged", install),
                ("drift", ["drift", "load"]),
            ],
            "helm": [
                ("first install", install),
                ("again, unchanged", install),
                ("drift", ["upgrade", "load", chart, "--dry-run=server"]),
            ],
        }
        tools = {"pintle": shlex.split(options.pintle), "helm": ["helm"]}
        for command in tools.values():  # so that nothing is built or read for the first time
            subprocess.run([*command, "version"], capture_output=True, check=True)
        for number in range(options.rounds):
            for tool in ["helm", "pintle"] if number % 2 == 0 else ["pintle", "helm"]:
                for step, arguments in steps[tool]:
                    seconds, requests = run(
                        server, tools[tool] + arguments, f"{tool}-{number}")
                    results.setdefault((step, tool), []).append((seconds, requests))
                    print(f"{tool} {step}: {seconds:.1f} s, {requests} requests", flush=True)
        print("\n| | Helm s | Pintle s | of Helm's | Helm requests | Pintle requests |")
        print("|---|---|---|---|---|---|")
        for step in ["first install", "again, unchanged", "drift"]:
            def median(tool, what):
                return statistics.median(each[what] for each in results[step, tool])
            helm, ours = median("helm", 0), median("pintle", 0)
            print(f"| {step} | {helm:.1f} | {ours:.1f} | {ours / helm:.0%} |"
                  f" {median('helm', 1):.0f} | {median('pintle', 1):.0f} |")
    finally:
        server.stop()
        shutil.rmtree(directory, ignore_errors=True)


if __name__ == "__main__":
    main()
