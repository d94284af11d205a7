import { expect, it } from 'vitest'
import type { EventType } from '@/api/webhooks'
import { byGroup, choosable, typeKey } from './eventGroups'

const type = (name: string, audience: EventType['audience'] = 'sharing') => ({ type: name, version: 1, description: name, audience, dataSchema: {} }) as EventType

it('a partner cannot choose what is for the owner alone, and nobody the trial event', () => {
  const all = [type('purchase.posted'), type('rule.published', 'owner'), type('webhook.test', 'partners')]
  expect(choosable(all, true).map((each) => each.type)).toEqual(['purchase.posted', 'rule.published'])
  expect(choosable(all, false).map((each) => each.type)).toEqual(['purchase.posted'])
})

it('types stand by what they are about, new kinds last', () => {
  const groups = byGroup([type('robot.built'), type('tier.changed'), type('refund.posted'), type('purchase.posted')])
  expect(groups.map(({ group, types }) => [group, types.map((each) => each.type)])).toEqual([
    ['purchases', ['refund.posted', 'purchase.posted']],
    ['offers', ['tier.changed']],
    ['others', ['robot.built']],
  ])
})

it('a type is one key of the texts', () => {
  expect(typeKey('member.consent_changed')).toBe('member_consent_changed')
})
