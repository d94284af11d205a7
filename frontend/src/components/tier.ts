import type { Tier } from '@/api/types'

const gradients: Record<string, string> = {
  red: 'tier-red',
  merah: 'tier-red',
  gold: 'tier-gold',
  emas: 'tier-gold',
  priority: 'tier-priority',
  prioritas: 'tier-priority',
}

const chips: Record<string, string> = {
  'tier-red': 'bg-merah-soft text-merah',
  'tier-gold': 'bg-emas-soft text-emas',
  'tier-priority': 'bg-nila-soft text-nila',
  'tier-other': 'bg-sunken text-ink',
}

/** A tier's look by its code; a program's own ladder gets the neutral one. */
export function tierGradient(code: Tier['code']): string {
  return gradients[code.toLowerCase()] ?? 'tier-other'
}

export function tierChip(code: Tier['code']): string {
  return chips[tierGradient(code)]!
}
