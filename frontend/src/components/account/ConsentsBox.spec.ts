import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ConsentRecord } from '@/api/types'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import ConsentsBox from './ConsentsBox.vue'

const record: ConsentRecord = { purpose: 'marketing_email', given: true, textVersion: '3', language: 'id', channel: 'web', recordedBy: 'member', recordedAt: '2026-11-20T03:00:00Z' }
const path = 'PUT /members/me/consents/profiling'

async function box(items: ConsentRecord[], { phoneChannel = false, answer }: { phoneChannel?: boolean; answer?: { status?: number; body: unknown } } = {}) {
  const calls = serve({ 'GET /program': { body: { ...program, phoneChannel } }, 'GET /members/me/consents': { body: { items } }, ...(answer && { [path]: answer }) })
  const shown = render(ConsentsBox)
  await flushPromises()
  const choice = (label: string) => shown.findAll('[role=switch]').find((each) => document.getElementById(each.attributes('aria-labelledby')!)!.textContent === label)
  return { shown, choice, text: () => shown.text().replaceAll('\u00a0', ' '), sent: () => calls.filter(({ method }) => method === 'PUT') }
}

describe('what a member allows', () => {
  it('is told with since when and by which way, and what was never asked is not allowed', async () => {
    const { choice, text } = await box([record, { ...record, given: false, recordedAt: '2026-01-05T02:00:00Z', channel: 'till' }])
    expect(choice('Kirimi saya email penawaran')!.attributes('aria-checked')).toBe('true')
    expect(text()).toContain('Diizinkan sejak 20 November 2026 · lewat situs')
    expect(choice('Pilihkan penawaran dari belanja saya')!.attributes('aria-checked')).toBe('false')
    expect(text()).toContain('Belum pernah ditanyakan, jadi tidak diizinkan.')
    expect(text()).toContain('5 Jan 2026, 09.00.00 · tidak · di kasir · teks 3')
  })

  it('says since when it is not allowed any more', async () => {
    const { choice, text } = await box([{ ...record, given: false, channel: 'staff' }, record])
    expect(choice('Kirimi saya email penawaran')!.attributes('aria-checked')).toBe('false')
    expect(text()).toContain('Tidak diizinkan sejak 20 November 2026 · lewat petugas')
  })

  it('asks about phones only where there are any', async () => {
    const phones = 'Kirimi saya penawaran lewat SMS atau WhatsApp'
    expect((await box([])).choice(phones)).toBeUndefined()
    expect((await box([], { phoneChannel: true })).choice(phones)).toBeDefined()
  })

  it('is changed by one tap and taken back by another', async () => {
    const { shown, choice, text, sent } = await box([record], { answer: { body: { ...record, purpose: 'profiling', recordedAt: '2026-11-22T05:30:00Z' } } })
    await choice('Pilihkan penawaran dari belanja saya')!.trigger('click')
    await flushPromises()
    expect(await sent()[0]!.json()).toEqual({ given: true })
    expect(choice('Pilihkan penawaran dari belanja saya')!.attributes('aria-checked')).toBe('true')
    expect(text()).toContain('Tersimpan.')

    await shown.findAll('button').find((button) => button.text() === 'Urungkan')!.trigger('click')
    await flushPromises()
    expect(await sent()[1]!.json()).toEqual({ given: false })
    expect(text()).not.toContain('Tersimpan.')
  })

  it('stays as it was where the change is refused', async () => {
    const { shown, choice } = await box([record], { answer: { status: 409, body: { code: 'account_frozen', title: 'Akun dibekukan' } } })
    await choice('Pilihkan penawaran dari belanja saya')!.trigger('click')
    await flushPromises()
    expect(shown.get('[role=alert]').text()).toContain('Akun dibekukan')
    expect(choice('Pilihkan penawaran dari belanja saya')!.attributes('aria-checked')).toBe('false')
  })
})
