import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { StartedClaimResponse } from '@/api/types'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { waitingClaim } from '@/test/waitingClaim'
import ClaimCodeForm from './ClaimCodeForm.vue'

const claim: StartedClaimResponse = { claimId: 'clm_1', phone: '0812-••••-7890', codeExpiresAt: '2026-11-22T05:40:00Z' }

async function shown(proof: { status?: number; body: unknown }, of: StartedClaimResponse = claim) {
  const calls = serve({ 'GET /session': { body: { kind: 'none', csrfToken: 't', roles: [] } }, 'GET /program': { body: { ...program, mailPage: true } }, 'POST /claims/clm_1/proof': proof })
  const form = render(ClaimCodeForm, { props: { claim: of } })
  await flushPromises()
  return { form, posted: () => calls.filter(({ method }) => method === 'POST') }
}

async function typed(proof: { status?: number; body: unknown }, code: string) {
  const { form, posted } = await shown(proof)
  await form.get('input').setValue(code)
  await flushPromises()
  return { form, posted: posted() }
}

describe('the code that proves a phone', () => {
  it('says where it went and until when it is good', async () => {
    const { form } = await shown({ body: waitingClaim })
    expect(document.querySelector('h1')!.textContent).toBe('Cek pesan di HP Anda')
    expect(form.get('label').text()).toBe('Kode 6 angka')
    expect(document.body.textContent).toContain('Kami mengirim kode ke 0812-••••-7890. Kode berlaku sampai 12.40.')
    await shown({ body: waitingClaim }, { ...claim, phone: undefined })
    expect(document.body.textContent).toContain('Jika kartunya benar, kami mengirim kode ke nomor HP yang terdaftar. Kode berlaku sampai 12.40.')
  })

  it('is sent by itself once its six digits are there', async () => {
    const { form, posted } = await typed({ body: waitingClaim }, '123 456')
    expect(posted).toHaveLength(1)
    expect(await posted[0]!.json()).toEqual({ code: '123456' })
    expect(form.emitted('proven')).toEqual([[waitingClaim]])
  })

  it('may prove that nothing waits, and may be wrong', async () => {
    const nothing = await typed({ status: 404, body: { code: 'nothing_to_claim', title: 'Tidak ada' } }, '123456')
    expect(nothing.form.emitted('nothing')).toHaveLength(1)

    const wrong = await typed({ status: 422, body: { code: 'code_invalid', title: 'Kode salah', detail: 'Kode ini tidak cocok.' } }, '123456')
    expect(wrong.form.emitted('nothing')).toBeUndefined()
    expect(wrong.form.get('[role=alert]').text()).toContain('Kode ini tidak cocok.')
  })

  it('is not sent short, and may be asked for anew', async () => {
    const { form, posted } = await typed({ body: waitingClaim }, '12345')
    await form.get('form').trigger('submit')
    await flushPromises()
    expect(posted).toHaveLength(0)
    expect(form.get('input').attributes('aria-invalid')).toBe('true')
    expect(form.get('a').attributes('href')).toBe('/demo/mail')

    await form.findAll('button').at(-1)!.trigger('click')
    expect(form.emitted('again')).toHaveLength(1)
  })
})
