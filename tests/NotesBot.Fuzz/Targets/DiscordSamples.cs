namespace NotesBot.Fuzz.Targets;

/// <summary>What Discord sends, after its documentation.</summary>
internal static class DiscordSamples
{
    /// <summary>Messages of the gateway.</summary>
    internal static readonly string[] Frames =
    [
        """{"op":10,"d":{"heartbeat_interval":41250},"s":null,"t":null}""",
        """{"op":11}""", """{"op":1,"d":null}""", """{"op":7,"d":null}""", """{"op":9,"d":true}""",
        """{"op":0,"t":"READY","s":1,"d":{"session_id":"s1","resume_gateway_url":"wss://r.example","application":{"id":"9007199254740993","flags":1},"guilds":[]}}""",
        """{"op":0,"t":"RESUMED","s":7,"d":{"_trace":[]}}""",
    ];

    /// <summary>Interactions: a command, a completion, a press, a form, a menu.</summary>
    internal static readonly string[] Interactions =
    [
        """{"id":"1174","application_id":"100","token":"t","type":2,"locale":"de","member":{"user":{"id":"201"},"permissions":"8"},"authorizing_integration_owners":{"0":"5"},"channel":{"id":"3","type":11},"data":{"id":"5","name":"find","type":1,"options":[{"name":"query","type":3,"value":"drift"},{"name":"course","type":4,"value":2}]}}""",
        """{"id":"1175","application_id":"100","token":"t","type":4,"user":{"id":"202"},"data":{"name":"find","options":[{"name":"query","type":3,"value":"dr","focused":true}]}}""",
        """{"id":"1176","application_id":"100","token":"t","type":3,"data":{"custom_id":"n1.BCAQIA","component_type":2,"values":["1","2"]},"message":{"id":"9","flags":32768,"interaction_metadata":{"user":{"id":"201"}},"components":[]}}""",
        """{"id":"1177","application_id":"100","token":"t","type":5,"data":{"custom_id":"n1.BCAQIA","components":[{"type":18,"component":{"type":4,"custom_id":"query","value":"x"}},{"type":1,"components":[{"type":4,"custom_id":"course","value":"1"}]}]}}""",
        """{"id":"1178","application_id":"100","token":"t","type":2,"data":{"name":"Find in notes","type":3,"target_id":"9","resolved":{"messages":{"9":{"content":"what is drift","embeds":[],"author":{"id":"1"}}}}}}""",
        """{"type":1,"id":"7","application_id":"100","token":"t"}""",
    ];

    /// <summary>What may stand in any of them.</summary>
    internal static readonly string[] Words =
        ["null", "true", "{}", "[]", "\"\"", "-1", "1e999", "18446744073709551616", "\"\\ud800\"", "{\"a\":", "[[", ",", ":", "\"op\":0,", "\"d\":{", "\"id\":\"1\"", "\uFEFF"];

    /// <summary>An interaction as the gateway sends it.</summary>
    internal static string InFrame(string interaction) => $$"""{"op":0,"s":9,"t":"INTERACTION_CREATE","d":{{interaction}}}""";
}
