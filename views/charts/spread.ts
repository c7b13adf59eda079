/** Moves labels apart that would lie over each other, each as little as needed, and keeps them within a room. */
export function spread<Label extends { at: number; size: number }>(labels: readonly Label[], room: number): Label[] {
  const sorted = labels.map((label) => ({ ...label })).sort((a, b) => a.at - b.at)
  for (let round = 0; round < 200; round += 1) {
    let moved = false
    for (const label of sorted) label.at = Math.min(Math.max(label.at, label.size / 2), room - label.size / 2)
    for (const [place, lower] of sorted.entries()) {
      const upper = sorted[place - 1]
      if (upper === undefined) continue
      const overlap = upper.at + upper.size / 2 - (lower.at - lower.size / 2)
      if (overlap <= 0.01) continue
      upper.at -= overlap / 2
      lower.at += overlap / 2
      moved = true
    }
    if (!moved) break
  }
  return sorted
}
