import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { OwnAccount } from '@/api/types'
import SheetDialog from '@/components/SheetDialog.vue'
import { button, field } from '@/test/within'
import { render, serve } from '@/test/render'
import { ownAccount, staffSession } from '@/test/staffPerson'
import SecondFactorBox from './SecondFactorBox.vue'

async function open(given: Partial<OwnAccount> = {}, answers: Parameters<typeof serve>[0] = {}) {
  const calls = serve(answers)
  const box = render(SecondFactorBox, { props: { account: { ...ownAccount, ...given } } })
  await flushPromises()
  const sheet = box.getComponent(SheetDialog)
  const confirm = async (code: string) => {
    await field(sheet, 'Kode').setValue(code)
    await sheet.get('form').trigger('submit')
    await flushPromises()
  }
  return { box, sheet, confirm, sent: (path: string) => calls.filter(({ method, url }) => method === 'POST' && url.endsWith(path)).at(-1) }
}

it('who has none is led to setting one up', async () => {
  const { box, sent } = await open({ secondFactor: false }, { 'POST /staff/me/second-factor': { body: { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Klub:rina?secret=JBSWY3DPEHPK3PXP' } } })
  expect(box.text()).toContain('Belum aktif')
  expect(box.text()).not.toContain('Lepas')

  await button(box, 'Pasang').trigger('click')
  await flushPromises()
  expect(sent('/second-factor')).toBeDefined()
  expect(box.text()).toContain('JBSW Y3DP EHPK 3PXP')
})

it('says how many recovery codes are left, and shows new ones for a code', async () => {
  const { box, sheet, confirm, sent } = await open({}, { 'POST /staff/me/second-factor/recovery-codes': { body: { recoveryCodes: ['7k2mq-x9d4t'], session: staffSession } } })
  expect(box.text()).toContain('Sisa kode pemulihan: 8.')
  await button(box, 'Kode pemulihan baru').trigger('click')
  await flushPromises()
  expect(sheet.text()).toContain('Sepuluh kode lama tidak berlaku lagi.')
  await confirm(' 492039 ')

  expect(await sent('/recovery-codes')!.json()).toEqual({ code: '492039' })
  expect(sheet.text()).toContain('7k2mq-x9d4t')
  expect(box.emitted('changed')).toBeUndefined()
  await button(sheet, 'Sudah saya simpan').trigger('click')
  expect(box.emitted('changed')).toHaveLength(1)
})

it('is taken away for a code; a wrong one is told', async () => {
  const answers: Parameters<typeof serve>[0] = { 'POST /staff/me/second-factor/removal': { status: 422, body: { code: 'one_time_code_invalid', title: 'Kode salah', detail: 'Kode tidak cocok.' } } }
  const { box, sheet, confirm, sent } = await open({}, answers)
  await button(box, 'Lepas').trigger('click')
  await flushPromises()
  await confirm('000000')
  expect(sheet.get('[role=alert]').text()).toContain('Kode tidak cocok.')
  expect(box.emitted('changed')).toBeUndefined()

  answers['POST /staff/me/second-factor/removal'] = { status: 204 }
  await confirm('492039')
  expect(await sent('/removal')!.json()).toEqual({ code: '492039' })
  expect(sheet.get('dialog').element.open).toBe(false)
  expect(box.emitted('changed')).toHaveLength(1)
})

it('cannot be taken away where the program requires it', async () => {
  const { box } = await open({ secondFactorRequired: true })

  expect(box.findAll('section > div > button').map((one) => one.text())).toEqual(['Pindah ke HP lain', 'Kode pemulihan baru'])
})
