import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { program } from '@/test/program'
import { ownContacts } from '@/test/ownContacts'
import { render, serve } from '@/test/render'
import SpendingBox from './SpendingBox.vue'

async function box(proofs: { pinSet: boolean; lockedUntil?: string; coolingUntil?: string }) {
  const calls = serve({ 'GET /program': { body: program }, 'GET /members/me/spending-proofs': { body: proofs }, 'PUT /members/me/pin': { status: 204 } })
  const shown = render(SpendingBox, { props: { account: ownContacts } })
  await flushPromises()
  return { shown, calls, text: () => shown.text().replaceAll('\u00a0', ' ') }
}

describe('how points are used at a till', () => {
  it('says until when they cannot be, and why', async () => {
    const { text } = await box({ pinSet: true, lockedUntil: '2026-11-22T06:00:00Z', coolingUntil: '2026-11-23T05:30:00Z' })
    expect(text()).toMatch(/^Memakai poin di kasir/)
    expect(text()).toContain('dikunci sampai hari ini 13.00 karena lima kali salah')
    expect(text()).toContain('poin baru bisa dipakai lagi 23 November')
    expect(text()).toContain('Ganti PIN')
  })

  it('offers to make a PIN, and says that it is kept', async () => {
    const { shown, calls } = await box({ pinSet: false })
    await shown.findAll('button').find((button) => button.text() === 'Buat PIN')!.trigger('click')
    await shown.get('[inputmode=numeric]').setValue('471108')
    await shown.get('[autocomplete=current-password]').setValue('kopi-susu')
    await shown.get('form').trigger('submit')
    await flushPromises()

    expect(shown.get('p[role=status]').text()).toBe('PIN tersimpan.')
    expect(calls.filter(({ url }) => url.endsWith('/spending-proofs'))).toHaveLength(2)
  })
})
