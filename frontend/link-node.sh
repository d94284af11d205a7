#!/bin/sh
# Links the Node of this machine, when it is 20.19 or later, to node/ and prints its version; otherwise fails in silence.
set -eu
cd "$(dirname "$0")"

version=$(node --version)
case "$version" in
  v20.19.* | v20.[2-9][0-9].* | v22.1[2-9].* | v22.[2-9][0-9].* | v2[3-9].* | v[3-9][0-9].*) ;;
  *) exit 1 ;;
esac

packages=$(npm root --global)
test -f "$packages/npm/bin/npm-cli.js"

mkdir -p node/node_modules
ln -sfn "$(command -v node)" node/node
ln -sfn "$packages/npm" node/node_modules/npm
echo "$version"
