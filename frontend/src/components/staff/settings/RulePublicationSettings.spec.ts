import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { conflictIn } from '@/test/conflict'
import { render, serve } from '@/test/render'
import { changedMeanwhile } from '@/test/staff'
import RulePublicationSettings from './RulePublicationSettings.vue'

describe('the limits of publishing rules', () => {
  it('leave out what is empty, so that it has no limit', async () => {
    const calls = serve({
      'GET /settings/rule-publication': { body: { pointsPerMonth: 5000, approvers: ['finance'] } },
      'PUT /settings/rule-publication': { body: { approvers: ['finance'] } },
    })
    const settings = render(RulePublicationSettings)
    await flushPromises()
    await settings.find('input[inputmode=numeric]').setValue('')
    await settings.find('form').trigger('submit')
    await flushPromises()
    expect(await calls.find((call) => call.method === 'PUT')!.json()).toEqual({ approvers: ['finance'] })
    expect(settings.text()).toContain('Tersimpan')
  })

  it('say whose yes a colleague let count meanwhile, and keep what is chosen', async () => {
    const answers: Parameters<typeof serve>[0] = { 'GET /settings/rule-publication': { body: { pointsPerMonth: 5000, approvers: ['finance'] } }, 'PUT /settings/rule-publication': changedMeanwhile }
    const calls = serve(answers)
    const settings = render(RulePublicationSettings)
    await flushPromises()
    await settings.find('input[inputmode=numeric]').setValue('7000')
    answers['GET /settings/rule-publication'] = { body: { pointsPerMonth: 5000, approvers: ['finance', 'administrator'] }, headers: { ETag: '"2"' } }
    await settings.find('form').trigger('submit')
    await flushPromises()
    for (const told of ['7000', 'Keuangan, Administrator']) expect(conflictIn(settings).text()).toContain(told)
    answers['PUT /settings/rule-publication'] = { body: { approvers: ['finance'] } }
    await conflictIn(settings).get('form').trigger('submit')
    await flushPromises()
    const sent = calls.filter(({ method }) => method === 'PUT')[1]!
    expect(sent.headers.get('If-Match')).toBe('"2"')
    expect(await sent.json()).toEqual({ pointsPerMonth: 7000, approvers: ['finance', 'administrator'] })
  })
})
