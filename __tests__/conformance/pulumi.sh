#!/bin/sh
# Replaces Pulumi, which the SST CLI runs for `sst deploy`, `diff` and `remove`. The stack has no resources, and each
# command succeeds. Everything else is the real SST: config, bootstrap, lock, passphrase, state, updates.
# PULUMI_STAND_IN is the version that this SST expects. With PULUMI_SLEEP a command takes that many seconds. With
# PULUMI_ERROR it fails with that error.
case "$1 $2" in
  "version "*)
    echo "$PULUMI_STAND_IN"
    exit
    ;;
  "stack init")
    stack=${3#organization/}
    mkdir -p ".pulumi/stacks/${stack%/*}"
    printf '{"version":3,"checkpoint":{"stack":"%s","latest":{"manifest":{"time":"2026-01-01T00:00:00Z","magic":"","version":"%s"},"resources":[]}}}\n' \
      "$3" "$PULUMI_STAND_IN" >".pulumi/stacks/$stack.json"
    exit
    ;;
esac
sleep "${PULUMI_SLEEP:-0}"
if [ -n "$PULUMI_ERROR" ]; then
  echo "error: $PULUMI_ERROR" >&2
  exit 1
fi
while [ $# -gt 0 ]; do
  # SST reads the events from this file; the last one says that the command is complete.
  [ "$1" = --event-log ] && printf '{"sequence":1,"timestamp":0,"summaryEvent":{"maybeCorrupt":false,"durationSeconds":1,"resourceChanges":{},"policyPacks":{}}}\n' >"$2"
  shift
done
