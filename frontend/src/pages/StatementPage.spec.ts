import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import StatementPage from './StatementPage.vue'

const item = {
  transactionId: 'txn_1',
  kind: 'purchase',
  title: { id: 'Belanja di Toko Menteng', en: 'Purchase at Toko Menteng' },
  at: '2026-10-20T05:00:00Z',
  recordedAt: '2026-10-20T05:00:01Z',
  points: 186,
  balanceAfter: 12480,
  explanation: [],
}
const statement = {
  memberId: 'mem_1',
  month: '2026-10',
  from: '2026-09-30T17:00:00Z',
  until: '2026-10-31T17:00:00Z',
  complete: true,
  openingBalance: 12294,
  received: 186,
  gone: 0,
  closingBalance: 12480,
  items: [item],
  shortened: false,
  expiring: [{ points: 1820, at: '2026-12-31T17:00:00Z', worth: { amount: '18200', currency: 'IDR' } }],
}

async function open(month: string, body: unknown, status = 200, language: 'id' | 'en' = 'en') {
  serve({ [`GET /members/me/statements/${month}`]: { body, status } })
  const page = render(StatementPage, { props: { month }, language })
  await flushPromises()
  return page
}

describe("a month's statement", () => {
  it('goes from the opening to the closing balance and says what lapses', async () => {
    const page = await open('2026-10', statement)
    expect(page.text()).toContain('12,294')
    expect(page.text()).toContain('Purchase at Toko Menteng')
    expect(page.text()).toContain('+186')
    expect(page.text()).toContain('Good until')
    expect(page.find('a[download]').attributes('href')).toBe('/api/v1/members/me/statements/2026-10/csv')
  })

  it('speaks Indonesian too, and leads to the months beside it', async () => {
    const page = await open('2026-10', statement, 200, 'id')
    expect(page.text()).toContain('Belanja di Toko Menteng')
    expect(page.findAll('nav a').map((link) => link.attributes('href'))).toEqual(['/statement/2026-09', '/statement/2026-11'])
  })

  it('says so when nothing happened, and that a month is not over', async () => {
    const page = await open('2026-11', { ...statement, month: '2026-11', complete: false, items: [], expiring: [] })
    expect(page.text()).toContain('Nothing was recorded this month.')
    expect(page.text()).toContain('This month is not over yet')
    expect(page.findAll('nav a')).toHaveLength(1)
  })

  it('shows what is wrong with the month asked for', async () => {
    const page = await open('soon', { code: 'validation_failed', title: 'Check what you entered', status: 422 }, 422)
    expect(page.text()).toContain('Check what you entered')
  })
})
