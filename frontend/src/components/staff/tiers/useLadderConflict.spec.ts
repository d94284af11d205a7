import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { Problem } from '@/api/problem'
import type { Ladder } from '@/api/rules'
import { render, serve } from '@/test/render'
import { same } from '@/test/staff'
import { useLadderConflict } from './useLadderConflict'

const money = (amount: string) => ({ amount, currency: 'IDR' })
const tier = (code: string, name: string, amount: string, rank: number) => ({ code, name: same(name), rank, threshold: money(amount), members: 0 })
const ladder = {
  version: 3, months: 6, nextEvaluation: '2026-12-01', changes: [], removed: [], tiers: [tier('red', 'Merah', '0', 1), tier('gold', 'Emas', '1000000', 2)],
  policy: { metric: 'average_spend', window: 'rolling', months: 6, minimumTenure: 0, upgradeAtOnce: false, grace: 0, softLanding: false, sinceJoining: false },
} as unknown as Ladder
const changed = new Problem(412, 'changed_meanwhile', 'Changed', undefined, undefined)

it('what was tried is applied; a colleague’s names and what only they changed stay, and the rest is chosen', async () => {
  const theirs = { ...ladder, version: 4, tiers: [tier('red', 'Merah Muda', '0', 1), tier('gold', 'Emas', '1200000', 2)], policy: { ...ladder.policy, grace: 1 } }
  serve({ 'GET /tiers': { body: theirs } })
  let used!: ReturnType<typeof useLadderConflict>
  render(defineComponent({ setup: () => ((used = useLadderConflict(() => ladder)), () => null) }))
  const act = vi.fn().mockRejectedValueOnce(changed).mockResolvedValueOnce(undefined)
  const tried = { tiers: [{ code: 'red', name: same('Merah'), threshold: money('0') }, { code: 'gold', name: same('Emas'), threshold: money('1500000') }], policy: { ...ladder.policy, months: 12 } }
  const applied = used.saving(tried, act)
  await flushPromises()
  expect(act).toHaveBeenLastCalledWith(tried, 3)
  expect(used.conflict.value!.differences.map(({ label, mine, theirs: other, changed: by }) => [label, mine.replaceAll('\u00a0', ' '), other.replaceAll('\u00a0', ' '), by])).toEqual([
    ['Merah Muda (Indonesia)', 'Merah', 'Merah Muda', 'theirs'],
    ['Merah Muda (Inggris)', 'Merah', 'Merah Muda', 'theirs'],
    ['Emas, mulai dari (IDR)', 'Rp1.500.000', 'Rp1.200.000', 'both'],
    ['Berapa bulan yang dihitung', '12 bulan', '6 bulan', 'mine'],
    ['Boleh di bawah ambang', 'Tidak', '1 bulan', 'theirs'],
  ])
  used.conflict.value!.settle({ 'tiers.red.name.id': 'theirs', 'tiers.red.name.en': 'theirs', 'tiers.gold.figure': 'mine', 'policy.months': 'mine', 'policy.grace': 'theirs' })
  await applied
  expect(act).toHaveBeenLastCalledWith({ tiers: [{ code: 'red', name: same('Merah Muda'), threshold: money('0') }, tried.tiers[1]], policy: { ...ladder.policy, months: 12, grace: 1 } }, 4)
})
