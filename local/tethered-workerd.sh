#!/bin/sh
# Runs workerd, and ends it when the process that started it is gone. Without this, a service that is killed leaves a
# workerd behind that keeps the port and answers every request with an error.
starter=$PPID
(
  while kill -0 "$starter" && kill -0 $$; do sleep 1; done
  kill $$
) </dev/null >/dev/null 2>&1 3>&- &
exec "$TETHERED_WORKERD" "$@"
