#!/bin/sh
# Asks the app and the model service whether they are ready, and waits for them a
# while. Addresses come from the environment; see templates/tests/smoke.yaml.
set -u

ready() {
  name=$1
  url=$2
  attempt=1
  while [ "$attempt" -le "$ATTEMPTS" ]; do
    if curl --fail --silent --show-error --max-time 5 --output /dev/null "$url"; then
      echo "ok: $name is ready ($url)"
      return 0
    fi
    echo "attempt $attempt of $ATTEMPTS: $name is not ready ($url)"
    attempt=$((attempt + 1))
    sleep 2
  done
  echo "failed: $name did not get ready"
  return 1
}

failed=0
ready "model service" "$MODEL_SERVICE_URL" || failed=1
ready "app" "$APP_URL" || failed=1
exit "$failed"
