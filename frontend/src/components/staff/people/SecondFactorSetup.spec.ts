import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import SecondFactorSetup from './SecondFactorSetup.vue'

const started = { body: { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Klub:rina?secret=JBSWY3DPEHPK3PXP' } }
const confirmed = { body: { recoveryCodes: ['7k2mq-x9d4t', 'aaaaa-bbbbb'], session: { kind: 'staff', csrfToken: 'token-2', roles: [] } } }

it('shows the code to scan, takes its first code, and shows the recovery codes until they are kept', async () => {
  const calls = serve({ 'POST /staff/me/second-factor': started, 'POST /staff/me/second-factor/confirmation': confirmed })
  const setup = render(SecondFactorSetup)
  await flushPromises()
  expect(setup.text()).toContain('JBSW Y3DP EHPK 3PXP')
  expect(setup.find('svg[role=img]').exists()).toBe(true)

  await setup.get('input').setValue('492039')
  await setup.get('form').trigger('submit')
  await flushPromises()
  expect(await calls.at(-1)!.json()).toEqual({ code: '492039' })
  expect(setup.text()).toContain('7k2mq-x9d4t')
  expect(setup.emitted('done')).toBeUndefined()

  await setup.findAll('button').at(-1)!.trigger('click')
  expect(setup.emitted('done')).toHaveLength(1)
})

it('asks for a code of the old phone before another takes its place', async () => {
  const calls = serve({ 'POST /staff/me/second-factor': started })
  const setup = render(SecondFactorSetup, { props: { replacing: true } })
  await flushPromises()
  const posted = () => calls.filter((call) => call.method === 'POST')
  expect(posted()).toHaveLength(0)

  await setup.get('input').setValue('111111')
  await setup.get('form').trigger('submit')
  await flushPromises()
  expect(await posted()[0]!.json()).toEqual({ code: '111111' })
  expect(setup.text()).toContain('JBSW Y3DP EHPK 3PXP')
})

it('tells a wrong code and stays', async () => {
  serve({
    'POST /staff/me/second-factor': started,
    'POST /staff/me/second-factor/confirmation': { status: 422, body: { code: 'one_time_code_invalid', title: 'Kode salah', detail: 'Kode tidak cocok.' } },
  })
  const setup = render(SecondFactorSetup)
  await flushPromises()
  await setup.get('input').setValue('000000')
  await setup.get('form').trigger('submit')
  await flushPromises()
  expect(setup.get('[role=alert]').text()).toContain('Kode tidak cocok.')
})
