import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { render, serve } from '@/test/render'
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
})
