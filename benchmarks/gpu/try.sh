#!/bin/sh
# Tries on a machine with an NVIDIA card what could not be tried without one; see docs/gpu.md.
# Builds with -Pcuda, asks the doctor, checks every operation on the card, times training steps on
# it and on the CPU, in both precisions, and says how busy the card was; then a jepa of 7.7 million
# numbers beside PyTorch's, where python3 has a PyTorch with CUDA. Needs a JDK 17 and a network.
set -eu
cd "$(dirname "$0")/../.."

command -v nvidia-smi > /dev/null || { echo "no nvidia-smi here, hence no card to try" >&2; exit 1; }
nvidia-smi --query-gpu=name,compute_cap,driver_version,memory.total --format=csv

export MAVEN_ARGS=-Pcuda
rm -rf lab/target/orrery
./orrery doctor || { echo "install what is missing above, then run this again" >&2; exit 1; }

echo "== every operation on the card: against the nd4j engine, and its gradient"
./mvnw -q -Pcuda -pl workbench -am test -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest='OpParityTest,MixedPrecisionTest,EngineContractTest,TwoEnginesTest'

step() {
  java -Dorrery.device="$1" -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -cp 'lab/target/orrery/lib/*' \
    benchmarks/engines/EngineSteps.java "$2" torch "$3" 20 200
}

echo "== median ms of a training step, ms of processor time, last loss"
for model in autoencoder gru transformer mlp; do
  for place in cpu cuda:0; do
    for precision in FULL MIXED; do
      busy=$(mktemp)
      nvidia-smi --query-gpu=utilization.gpu --format=csv,noheader,nounits -lms 200 > "$busy" &
      watch=$!
      printf '%-12s %-7s %-6s %s' "$model" "$place" "$precision" "$(step "$place" "$model" "$precision")"
      kill "$watch"
      awk '$1 > 0 { sum += $1; n++ } END { print "   card " (n ? sum / n : 0) " % busy while it was" }' "$busy"
      rm -f "$busy"
    done
  done
done

echo "== the serious jepa and the tutorial's beside PyTorch's, fp32 and bf16"
if python3 -c 'import sys, torch; sys.exit(not torch.cuda.is_available())'; then
  python3 benchmarks/training/side_by_side.py --model small --batch 256 --device cuda --threads 4 --steps 20 --rounds 5 --peak
  python3 benchmarks/training/side_by_side.py --batch 32 --device cuda --threads 4 --steps 40 --rounds 5
else
  echo "python3 has no PyTorch that sees a card: nothing to compare with" >&2
fi
