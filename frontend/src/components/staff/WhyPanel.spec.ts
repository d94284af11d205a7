import { describe, expect, it } from 'vitest'
import type { ActivityItem } from '@/api/types'
import { render } from '@/test/render'
import { rupiah, same } from '@/test/staff'
import { words } from '@/test/within'
import WhyPanel from './WhyPanel.vue'

const item: ActivityItem = {
  transactionId: 'txn_1', kind: 'purchase', title: same('Belanja'), at: '2026-11-22T01:42:00Z', recordedAt: '2026-11-22T01:42:05Z', points: 100, pendingPoints: 20, balanceAfter: 400,
  explanation: [{ ruleId: 'rul_1', ruleVersion: 3, name: same('Poin belanja'), outcome: 'applied', points: 120, base: rupiah(120000), reason: same('1 poin tiap Rp1.000'), lines: [] }],
}
const asked = (of: ActivityItem | undefined) => words(render(WhyPanel, { props: { item: of } }))

describe('why these points', () => {
  it('is told rule by rule, with the version that was in force', () => {
    const text = asked(item)
    expect(text).toContain('Mengapa dapat 120 poin?')
    expect(text).toContain('Poin belanja')
    expect(text).toContain('versi 3')
  })

  it('asks after a loss, and after nothing', () => {
    expect(asked({ ...item, points: -40, pendingPoints: undefined, explanation: [], note: same('Hangus') })).toBe('Mengapa berkurang 40 poin?HangusPerubahan ini tidak berasal dari aturan poin.')
    expect(asked({ ...item, points: 0, pendingPoints: 0 })).toContain('Mengapa tidak ada poin?')
  })

  it('waits until something is chosen', () => {
    expect(asked(undefined)).toBe('Mengapa poin ini?Pilih satu aktivitas untuk melihat hitungannya.')
  })
})
