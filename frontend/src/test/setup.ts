import { afterEach, beforeEach } from 'vitest'
import { serve } from './render'

// No test reaches a network: what a test does not answer itself is answered 404.
beforeEach(() => {
  serve({})
})

afterEach(() => {
  document.body.innerHTML = ''
  localStorage.clear()
  sessionStorage.clear()
})
