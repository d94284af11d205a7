import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Consent } from '@/api/types'
import { render, serve } from '@/test/render'
import { signedIn } from '@/test/staff'
import { button, words } from '@/test/within'
import ConsentTable from './ConsentTable.vue'

const items: Consent[] = [{ purpose: 'marketing_email', given: true, textVersion: '2026-01', since: '2026-03-05T03:00:00Z', channel: 'portal' }]
const path = '/members/mem_1/consents/profiling'

async function shown(role: Parameters<typeof signedIn>[0], answers: Parameters<typeof serve>[0] = {}) {
  const calls = serve({ ...signedIn(role), ...answers })
  const table = render(ConsentTable, { props: { memberId: 'mem_1', items } })
  await flushPromises()
  return { table, calls }
}

describe('what a member said about their data', () => {
  it('shows every purpose with its answer, also those never asked for', async () => {
    const { table } = await shown('marketer')
    const rows = table.findAll('tbody tr').map(words)
    expect(rows[0]).toBe('Email penawaranYa5 Maret 20262026-01portal')
    expect(rows.slice(1).every((row) => row.endsWith('belum ditanya'))).toBe(true)
    expect(table.findAll('tbody button')).toHaveLength(0)
  })

  it('is recorded after the question, as the other answer than the one that stands', async () => {
    const { table, calls } = await shown('store_manager', { [`PUT ${path}`]: { body: {} } })
    expect(words(table.findAll('tbody button')[0]!)).toBe('Catat tidak')
    await table.findAll('tbody button')[2]!.trigger('click')
    expect(table.get('dialog').text()).toContain('Anggota mengatakan ya untuk: Penawaran menurut belanja.')
    await button(table.get('dialog'), 'Catat ya').trigger('click')
    await flushPromises()
    const sent = calls.find(({ method }) => method === 'PUT')!
    expect(new URL(sent.url).pathname).toBe(`/api/v1${path}`)
    expect(await sent.json()).toEqual({ given: true })
    expect(table.get('dialog').attributes('open')).toBeUndefined()
  })

  it('keeps asking where it could not be recorded, and blames no other purpose for it', async () => {
    const { table } = await shown('administrator', { [`PUT ${path}`]: { status: 409, body: { status: 409, code: 'membership_closed', title: 'Keanggotaan ditutup' } } })
    await table.findAll('tbody button')[2]!.trigger('click')
    await button(table.get('dialog'), 'Catat ya').trigger('click')
    await flushPromises()
    expect(table.get('dialog [role=alert]').text()).toContain('Keanggotaan ditutup')
    await button(table.get('dialog'), 'Tutup').trigger('click')
    await table.findAll('tbody button')[3]!.trigger('click')
    expect(table.get('dialog').text()).toContain('Berbagi dengan mitra')
    expect(table.find('dialog [role=alert]').exists()).toBe(false)
  })
})
