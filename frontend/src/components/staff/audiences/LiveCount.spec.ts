import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import type { CriterionTerms } from '@/api/audiences'
import { useLiveCount } from '@/composables/useLiveCount'
import { render, serve } from '@/test/render'
import LiveCount from './LiveCount.vue'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const criteria = ref<CriterionTerms>()
const Counted = defineComponent(() => {
  const { count, counting, problem } = useLiveCount(() => criteria.value)
  return () => h(LiveCount, { count: count.value, counting: counting.value, problem: problem.value })
})

async function after(milliseconds: number) {
  vi.advanceTimersByTime(milliseconds)
  await vi.waitFor(() => flushPromises())
}

it('counts once, a moment after the last change', async () => {
  criteria.value = undefined
  const calls = serve({ 'POST /audiences/count': { body: { members: 1204, at: '2026-11-28T05:30:00Z' } } })
  const page = render(Counted)
  expect(page.text()).toContain('Lengkapi syaratnya untuk menghitung.')
  criteria.value = { kind: 'balance', fewest: 1 }
  await after(300)
  criteria.value = { kind: 'balance', fewest: 12 }
  await after(300)
  expect(page.find('[aria-busy="true"]').exists()).toBe(true)
  await after(300)
  await vi.waitFor(() => expect(page.text()).toContain('1.204'))
  const counts = calls.filter((call) => call.method === 'POST')
  expect(counts).toHaveLength(1)
  expect(await counts[0]!.json()).toEqual({ criteria: { kind: 'balance', fewest: 12 } })
  expect(page.find('[aria-busy="true"]').exists()).toBe(false)
})

it('says when nobody could count, and asks to go on where the criteria are not complete', async () => {
  serve({ 'POST /audiences/count': { status: 503, body: { status: 503, code: 'busy', title: 'Sibuk' } } })
  criteria.value = { kind: 'balance', fewest: 3 }
  const page = render(Counted)
  await after(600)
  await vi.waitFor(() => expect(page.text()).toContain('Belum bisa dihitung.'))
  serve({ 'POST /audiences/count': { status: 422, body: { status: 422, code: 'validation_failed', title: 'Salah' } } })
  criteria.value = { kind: 'tiers', tiers: [] }
  await after(600)
  await vi.waitFor(() => expect(page.text()).toContain('Lengkapi syaratnya untuk menghitung.'))
})
