import { type CommandHandler, handlerOf, isTraceparent, type RecordedEvent } from '@mingjian/kernel'
import {
  type Context,
  context,
  metrics,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import type { FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify'
import type { Config } from './config.ts'
import { lagOf } from './lag.ts'
import type { logger } from './logger.ts'
import type { Platform } from './platform.ts'

const NAME = 'mingjian'
// From an answer out of memory to a person's patience.
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

interface Provider {
  shutdown(): Promise<void>
}

const resource = async () => (await import('@opentelemetry/resources')).resourceFromAttributes({ 'service.name': NAME })

const startMetrics = async (port: number, host: string): Promise<Provider> => {
  const { PrometheusExporter } = await import('@opentelemetry/exporter-prometheus')
  const { AggregationType, MeterProvider } = await import('@opentelemetry/sdk-metrics')
  const exporter = new PrometheusExporter({ port, host, preventServerStart: true })
  await exporter.startServer()
  const provider = new MeterProvider({
    resource: await resource(),
    readers: [exporter],
    views: [
      {
        instrumentName: '*_duration_seconds',
        aggregation: { type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM, options: { boundaries: SECONDS } },
      },
    ],
  })
  metrics.setGlobalMeterProvider(provider)
  return provider
}

const startTraces = async (endpoint: string): Promise<Provider> => {
  const { AsyncLocalStorageContextManager } = await import('@opentelemetry/context-async-hooks')
  const { W3CTraceContextPropagator } = await import('@opentelemetry/core')
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http')
  const { BatchSpanProcessor, TracerProvider } = await import('@opentelemetry/sdk-trace')
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })
  const provider = new TracerProvider({
    resource: await resource(),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  trace.setGlobalTracerProvider(provider)
  return provider
}

/** Metrics on METRICS_PORT for Prometheus, traces to OTEL_EXPORTER_OTLP_ENDPOINT; neither where it isn't set: nothing is loaded for it then. */
export const startTelemetry = async ({
  metricsPort,
  host,
  otlpEndpoint,
}: Pick<Config, 'metricsPort' | 'host' | 'otlpEndpoint'>): Promise<{ stop(): Promise<void> }> => {
  const started = [
    ...(metricsPort === undefined ? [] : [await startMetrics(metricsPort, host)]),
    ...(otlpEndpoint === undefined ? [] : [await startTraces(otlpEndpoint)]),
  ]
  return {
    stop: async () => {
      await Promise.all(started.map((provider) => provider.shutdown()))
    },
  }
}

/** W3C `traceparent` of what is being done, as events keep it for their correlation; undefined where nobody traces. */
const traceparent = (of: Context): string | undefined => {
  const carrier: { traceparent?: string } = {}
  propagation.inject(of, carrier)
  return carrier.traceparent
}

type App = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, typeof logger>

/** Every request: how long it took, and a span that what it does hangs on. */
export const observeRequests = (app: App): void => {
  const took = metrics.getMeter(NAME).createHistogram('mingjian_http_request_duration_seconds', { unit: 's' })
  const tracer = trace.getTracer(NAME)
  const spans = new WeakMap<object, ReturnType<typeof tracer.startSpan>>()
  app.addHook('onRequest', (request, _reply, done) => {
    const parent = propagation.extract(context.active(), request.headers)
    const span = tracer.startSpan(
      `${request.method} ${request.routeOptions.url ?? 'unknown'}`,
      { kind: SpanKind.SERVER },
      parent,
    )
    spans.set(request, span)
    context.with(trace.setSpan(parent, span), done)
  })
  app.addHook('onResponse', (request, reply, done) => {
    // By route, never by address: an address may name an enterprise, and there are too many.
    const route = request.routeOptions.url ?? 'unknown'
    took.record(reply.elapsedTime / 1000, { method: request.method, route, status: reply.statusCode })
    const span = spans.get(request)
    span?.setAttributes({ 'http.route': route, 'http.response.status_code': reply.statusCode })
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR })
    span?.end()
    done()
  })
}

/** Every command: what became of it, how long that took, and its trace as the correlation of its events. */
export const observedHandler = (handler: CommandHandler): CommandHandler => {
  const meter = metrics.getMeter(NAME)
  const commands = meter.createCounter('mingjian_commands')
  const events = meter.createCounter('mingjian_events')
  const took = meter.createHistogram('mingjian_command_duration_seconds', { unit: 's' })
  const tracer = trace.getTracer(NAME)

  const handleWithFollowing: CommandHandler['handleWithFollowing'] = async (requests, follow, fence) => {
    const began = performance.now()
    const [first] = requests
    const span = tracer.startSpan(requests.length === 1 ? (first?.command.type ?? '') : `${requests.length} commands`)
    const within = trace.setSpan(context.active(), span)
    const correlationId = span.isRecording() ? traceparent(within) : undefined
    const traced =
      correlationId === undefined
        ? requests
        : requests.map((request) => ({ ...request, correlationId: request.correlationId ?? correlationId }))
    try {
      const handled = await context.with(within, () => handler.handleWithFollowing(traced, follow, fence))
      // Counted by kind, of which a page of a sweep has few.
      for (const [command, those] of Map.groupBy(handled, ({ request }) => request.command.type))
        for (const [outcome, { length }] of Map.groupBy(those, (one) => one.outcome.outcome))
          commands.add(length, { command, outcome })
      events.add(handled.reduce((sum, { outcome }) => sum + ('events' in outcome ? outcome.events.length : 0), 0))
      return handled
    } catch (error) {
      for (const { command } of requests) commands.add(1, { command: command.type, outcome: 'failed' })
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
      took.record((performance.now() - began) / 1000)
    }
  }
  return handlerOf({ ...handler, handleWithFollowing })
}

/** Events with a trace, folded in one piece: a span for each from its command's trace on, so that the way to the read model is one picture. */
export const observeFolding = async (events: readonly RecordedEvent[], fold: () => Promise<void>): Promise<void> => {
  const tracer = trace.getTracer(NAME)
  const spans = events.flatMap(({ type, position, correlationId }) => {
    if (correlationId === null || !isTraceparent(correlationId)) return []
    const parent = propagation.extract(ROOT_CONTEXT, { traceparent: correlationId })
    return tracer.startSpan(
      `fold ${type}`,
      { kind: SpanKind.CONSUMER, attributes: { 'mingjian.position': position } },
      parent,
    )
  })
  try {
    await fold()
  } catch (error) {
    for (const span of spans) span.setStatus({ code: SpanStatusCode.ERROR })
    throw error
  } finally {
    for (const span of spans) span.end()
  }
}

/** How long the log is, how far each consumer is behind it, and what is parked, whenever somebody asks. */
export const observeLag = (platform: Platform, kafka: Config['kafka']): void => {
  const meter = metrics.getMeter(NAME)
  const head = meter.createObservableGauge('mingjian_log_head')
  const events = meter.createObservableGauge('mingjian_lag_events')
  const seconds = meter.createObservableGauge('mingjian_lag_seconds')
  const dead = meter.createObservableGauge('mingjian_dead_letters')
  meter.addBatchObservableCallback(
    async (result) => {
      result.observe(head, await platform.log.head())
      for (const lag of await lagOf(platform, kafka)) {
        result.observe(events, lag.events, { consumer: lag.consumer })
        result.observe(seconds, lag.seconds, { consumer: lag.consumer })
      }
      const letters = Map.groupBy(await platform.projector.deadLetters(), ({ consumer }) => consumer)
      result.observe(dead, 0, { consumer: 'none' })
      for (const [consumer, parked] of letters) result.observe(dead, parked.length, { consumer })
    },
    [head, events, seconds, dead],
  )
}
