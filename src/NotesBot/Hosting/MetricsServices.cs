using NotesBot.Discord;
using NotesBot.Library;
using OpenTelemetry.Metrics;

namespace NotesBot.Hosting;

/// <summary>Collects what the rooms and the runtime count, for the page <c>/metrics</c>.</summary>
internal static class MetricsServices
{
    private static readonly double[] ResponseSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3];
    private static readonly double[] DelaySeconds = [-3, -1, 0, .. ResponseSeconds];
    private static readonly double[] RefreshSeconds = [0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 1800];

    /// <summary>Adds the collection, if the page is wanted.</summary>
    public static void AddMetricsPage(this IServiceCollection services, Settings settings)
    {
        if (settings.Health is { HasMetrics: true })
        {
            services.AddOpenTelemetry().WithMetrics(metrics => metrics
                .AddMeter(LibraryMetrics.MeterName, DiscordServices.MeterName, "System.Runtime")
                .AddView("notesbot.interaction.response", new ExplicitBucketHistogramConfiguration { Boundaries = ResponseSeconds })
                .AddView("notesbot.interaction.delay", new ExplicitBucketHistogramConfiguration { Boundaries = DelaySeconds })
                .AddView("notesbot.gateway.latency", new ExplicitBucketHistogramConfiguration { Boundaries = ResponseSeconds })
                .AddView("notesbot.refresh.duration", new ExplicitBucketHistogramConfiguration { Boundaries = RefreshSeconds })
                .AddPrometheusExporter());
        }
    }
}
