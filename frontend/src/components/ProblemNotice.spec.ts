import { describe, expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { render } from '@/test/render'
import ProblemNotice from './ProblemNotice.vue'

const notice = (problem: Problem) => render(ProblemNotice, { props: { problem }, language: 'en' })

describe('a problem', () => {
  it('is told in the server’s words, with the request number for whoever helps', () => {
    const text = notice(new Problem(409, 'purchase_already_attached', 'Already attached', 'This purchase has another member.', 'req_7')).text()
    expect(text).toContain('Already attached')
    expect(text).toContain('This purchase has another member.')
    expect(text).toContain('Request number: req_7')
  })

  it('that members can mend themselves shows no request number', () => {
    expect(notice(new Problem(422, 'code_invalid', 'Wrong code', 'This code does not match.', 'req_9')).text()).not.toContain('req_9')
  })

  it('of ours shows no inner detail and says what is safe', () => {
    const text = notice(new Problem(500, 'internal', 'Boom', 'NullPointerException', 'req_8')).text()
    expect(text).toContain('Your data and points are safe')
    expect(text).not.toContain('NullPointerException')
  })

  it('is announced', () => {
    expect(notice(Problem.unreachable()).get('[role=alert]').text()).toContain('We cannot be reached')
  })
})
