import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import { sampleContract, sampleOperation } from '@/test/sampleContract'
import OperationBox from './OperationBox.vue'

async function opened(id: string) {
  const box = render(OperationBox, { props: { contract: sampleContract, operation: sampleOperation(id) }, language: 'en' })
  box.get<HTMLDetailsElement>(`#${id}`).element.open = true
  await box.get(`#${id}`).trigger('toggle')
  const button = (label: string) => box.findAll('button').find((each) => each.text() === label)
  return { box, button, codes: () => box.findAll('pre').map((code) => code.attributes('aria-label')) }
}

describe('an operation of the reference', () => {
  it('is told in one line until it is opened', () => {
    const box = render(OperationBox, { props: { contract: sampleContract, operation: sampleOperation('postBasket') } })
    expect(box.text()).toMatch(/^POST\s*\/baskets\s*Post a basket$/)
  })

  it('tells what it takes and answers, with examples of both', async () => {
    const { box, codes } = await opened('postBasket')
    expect(box.text()).toContain('Only open ones.')
    expect(box.text()).toContain('Needs scope: purchases:write')
    expect(box.text()).toMatch(/Idempotency-Key\s*header, string\s*Names the request\./)
    expect(box.text()).toMatch(/201\s*Posted\s*Purchase/)
    expect(box.text()).toMatch(/409\s*Posted before/)
    expect(box.findAll('h4').map((head) => head.text())).toEqual(['Parameters', 'Request body application/json', 'Responses'])
    expect(codes()).toEqual(['curl', 'Answer 201'])
    expect(JSON.parse(box.findAll('pre')[1]!.text())).toEqual({ total: { amount: '25000', currency: 'IDR' }, till: '1' })
  })

  it('is tried in place of its examples', async () => {
    const { box, button, codes } = await opened('postBasket')
    await button('Try it')!.trigger('click')
    expect(button('Back to the example')!.attributes('aria-expanded')).toBe('true')
    expect(box.find('form textarea').exists()).toBe(true)
    expect(codes()).toEqual(['curl'])
  })

  it('says who may call it, and is not tried where a token is not enough', async () => {
    expect((await opened('listMemberActivity')).box.text()).toMatch(/memberId\s*path, string\s*required/)
    expect((await opened('getProgram')).box.text()).toContain('Open, no credential needed.')
    const { box, button } = await opened('listStaff')
    expect(box.text()).toContain('Needs signing in.')
    expect(button('Try it')).toBeUndefined()
  })
})
