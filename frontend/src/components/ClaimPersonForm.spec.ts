import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ClaimResponse } from '@/api/types'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { waitingClaim } from '@/test/waitingClaim'
import ClaimPersonForm from './ClaimPersonForm.vue'

const member = { kind: 'member', csrfToken: 'token-1', roles: [], memberId: 'mem_1' }

async function shown(answers: Parameters<typeof serve>[0] = {}, changes: Partial<ClaimResponse> = {}, joining = program.joining) {
  const calls = serve({ 'GET /session': { body: { kind: 'none', csrfToken: 'token-0', roles: [] } }, 'GET /program': { body: { ...program, joining } }, ...answers })
  const form = render(ClaimPersonForm, { props: { claim: { ...waitingClaim, ...changes } } })
  await flushPromises()
  const field = (label: string) => form.get<HTMLInputElement>(`[id="${form.findAll('label').find((each) => each.text().startsWith(label))!.attributes('for')}"]`)
  return { form, field, posted: () => calls.filter(({ method }) => method === 'POST') }
}

async function sent(page: Awaited<ReturnType<typeof shown>>) {
  await page.field('Nama').setValue(' Sari Dewi ')
  await page.field('Kata sandi').setValue('kopi-susu-gula')
  await page.field('Saya menyetujui syarat').setValue(true)
  await page.form.get('form').trigger('submit')
  await flushPromises()
}

describe('taking over a membership begun at a till', () => {
  it('sends who it is, and only what they agreed to', async () => {
    const page = await shown({ 'POST /claims/clm_1/completion': { status: 201, body: member } })
    await page.field('Kirimi saya email penawaran').setValue(true)
    await sent(page)

    expect(await page.posted()[0]!.json()).toEqual({
      token: 'claim-token',
      name: 'Sari Dewi',
      password: 'kopi-susu-gula',
      language: 'id',
      termsAccepted: true,
      consents: [
        { purpose: 'marketing_email', given: true },
        { purpose: 'marketing_phone', given: false },
        { purpose: 'profiling', given: false },
        { purpose: 'partner_sharing', given: false },
      ],
    })
    expect(page.form.emitted('done')).toHaveLength(1)
    expect(page.form.find('button[type=submit]').text().replaceAll('\u00a0', ' ')).toBe('Aktifkan dan ambil 1.360 poin')
  })

  it('asks for the card after half a year, for the age where the program does, and for the terms', async () => {
    const page = await shown({}, { cardNeeded: true }, { minimumAge: 17, ageConfirmation: true })
    await page.field('Nama').setValue('  ')
    await page.field('Nomor kartu').setValue('  ')
    await page.form.get('form').trigger('submit')
    await flushPromises()

    expect(page.posted()).toHaveLength(0)
    for (const refusal of ['Tulis nomor kartu Anda.', 'Isi nama Anda.', 'Kata sandi minimal 10 karakter.', 'Anda perlu menyetujui syarat']) expect(page.form.text()).toContain(refusal)
    expect(page.field('Saya berumur 17 tahun atau lebih').element.checked).toBe(false)

    await page.field('Tanggal lahir').setValue('1990-05-01')
    expect(page.form.text()).not.toContain('Saya berumur 17 tahun')
    expect(page.form.text()).toContain('Untuk umur 17 tahun ke atas.')
  })

  it('sends the card and the rest where they are given', async () => {
    const page = await shown({ 'POST /claims/clm_1/completion': { status: 201, body: member } }, { cardNeeded: true })
    await page.field('Nomor kartu').setValue(' 604211893357 ')
    await page.field('Email').setValue('sari@contoh.id')
    await page.field('Tanggal lahir').setValue('1990-05-01')
    await sent(page)
    expect(await page.posted()[0]!.json()).toMatchObject({ card: '604211893357', email: 'sari@contoh.id', birthDate: '1990-05-01' })
  })

  it('lets who is too late begin again', async () => {
    const page = await shown({ 'POST /claims/clm_1/completion': { status: 404, body: { code: 'claim_not_found', title: 'Waktunya habis' } } })
    await sent(page)
    expect(page.form.get('form [role=alert]').text()).toContain('Waktunya habis')

    await page.form.findAll('button').find((button) => button.text() === 'Mulai lagi')!.trigger('click')
    expect(page.form.emitted('over')).toHaveLength(1)
  })

  it('erases what is not theirs, after asking', async () => {
    const page = await shown({ 'POST /claims/clm_1/rejection': { status: 204 } })
    await page.form.findAll('button').find((button) => button.text() === 'Bukan saya')!.trigger('click')
    expect(page.form.get('dialog').text()).toContain('Ini tidak bisa dibatalkan.')
    expect(page.posted()).toHaveLength(0)

    await page.form.findAll('dialog button').find((button) => button.text() === 'Hapus dari nomor saya')!.trigger('click')
    await flushPromises()
    expect(await page.posted()[0]!.json()).toEqual({ token: 'claim-token' })
    expect(page.form.emitted('erased')).toHaveLength(1)
  })
})
