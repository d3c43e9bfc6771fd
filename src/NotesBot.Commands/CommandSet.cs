using Microsoft.Extensions.Logging;
using NotesBot.Commands.About;
using NotesBot.Commands.Asking;
using NotesBot.Commands.Find;
using NotesBot.Commands.Syllabi;
using NotesBot.Commands.Wording;
using NotesBot.Search;

namespace NotesBot.Commands;

/// <summary>
/// All commands. Finds the one that is asked, and is the one place where an exception becomes a sentence: with a short id, under which the
/// log says what it was and where. Safe to use from many threads.
/// </summary>
public sealed class CommandSet
{
    /// <summary>The option by which people say whether only they see the reply.</summary>
    public const string PrivateOption = Options.Private;

    /// <summary>The option that holds the text of the message a <see cref="CommandKind.Message"/> command was asked on.</summary>
    public const string MessageTextOption = Options.Query;

    private const string ErrorIdLetters = "BCDFGHJKLMNPQRSTVWXZ23456789";
    private const int ErrorIdLength = 6;

    private readonly Dictionary<(string Name, CommandKind Kind), ICommand> _commands;
    private readonly ILogger<CommandSet> _logger;
    private readonly Random _random;

    /// <summary>A set of these commands. Names are unique within a kind.</summary>
    /// <param name="commands">In the order in which people see them.</param>
    /// <param name="logger">Where failures go.</param>
    /// <param name="random">What the ids of failures are made by.</param>
    public CommandSet(IReadOnlyList<ICommand> commands, ILogger<CommandSet> logger, Random random)
    {
        _commands = commands.ToDictionary(command => (command.Definition.Name, command.Definition.Kind));
        _logger = logger;
        _random = random;
        Definitions = [.. commands.Select(command => command.Definition)];
    }

    /// <summary>What to register, in the order in which people see it.</summary>
    public IReadOnlyList<CommandDefinition> Definitions { get; }

    /// <summary>The commands of NotesBot.</summary>
    public static CommandSet Create(CommandContext context, ILogger<CommandSet> logger, Random random)
    {
        ICommand[] asked =
        [
            new FindCommand(context), new SyllabusCommand(context), new FindMessageCommand(context), new NotesCommand(context),
        ];
        return new CommandSet([.. asked, new HelpCommand([.. asked.Select(command => command.Definition)], context)], logger, random);
    }

    /// <summary>Answers a question. Never throws but for cancellation: a failure is a sentence.</summary>
    public Task<Reply> InvokeAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var texts = Texts.For(invocation.Asker.Locale);
        return _commands.TryGetValue((invocation.Command, invocation.Kind), out var command)
            ? GuardAsync(invocation.Command, texts, () => command.InvokeAsync(invocation, cancellationToken), cancellationToken)
            : Task.FromResult(Sentence(texts.UnknownCommand));
    }

    /// <summary>Completes an option: at most <see cref="CommandDefinition.MaxChoices"/> choices, none when it cannot. Never throws.</summary>
    public IReadOnlyList<Choice> Complete(Invocation invocation, string focusedOption)
    {
        if (!_commands.TryGetValue((invocation.Command, invocation.Kind), out var found) || found is not ICompletingCommand command)
        {
            return [];
        }

        try
        {
            return [.. command.Complete(invocation, focusedOption).DistinctBy(choice => choice.Value).Take(CommandDefinition.MaxChoices)];
        }
        catch (IndexUnavailableException exception)
        {
            _logger.IndexUnavailable(exception.InnerException, invocation.Command, exception.Message);
            return [];
        }
        catch (Exception exception)
        {
            _logger.CompletionFailed(exception, invocation.Command);
            return [];
        }
    }

    /// <summary>
    /// Answers a press: for the person who asked in the place of the message, for anybody else on a public message as a private copy. Never
    /// throws but for cancellation.
    /// </summary>
    public async Task<Reply> PressAsync(Press press, CancellationToken cancellationToken)
    {
        var texts = Texts.For(press.Asker.Locale);
        if (press.State.Kind == ActionKind.Delete)
        {
            return press.MayChange ? new Reply([]) { Delivery = Delivery.Delete } : Sentence(texts.OnlyAskerDeletes);
        }

        var command = _commands.Values.OfType<IPressableCommand>().FirstOrDefault(pressable => pressable.Answers(press.State));
        if (command is null)
        {
            return Sentence(texts.UnknownButton);
        }

        var reply = await GuardAsync(command.Definition.Name, texts, () => command.PressAsync(press, cancellationToken), cancellationToken);
        return reply.Delivery == Delivery.Update && !press.MayChange
            ? reply with { Delivery = Delivery.Message, Private = true }
            : reply;
    }

    /// <summary>
    /// Whether "thinking" is for this person only, which has to be said before there is a reply: what only the owner sees has no option for
    /// it, and never begins publicly.
    /// </summary>
    public bool DefersPrivately(Invocation invocation)
    {
        var definition = Definitions.FirstOrDefault(known => known.Name == invocation.Command && known.Kind == invocation.Kind);
        var hasOption = definition?.Options.Any(option => option.Name == PrivateOption) == true;
        var isPrivate = definition?.IsPrivate == true || (!hasOption && invocation.Asker.IsOwner);
        return invocation.Asker.Visibility?.IsPrivate(isPrivate ? true : invocation.Flag(PrivateOption)) == true;
    }

    /// <summary>One sentence, for the person who asked alone, in place of an answer.</summary>
    public static Reply Refuse(Refusal reason, string? locale)
    {
        var texts = Texts.For(locale);
        return Sentence(reason switch
        {
            Refusal.Busy => texts.Busy,
            Refusal.TooOften => texts.TooOften,
            Refusal.Blocked => texts.Blocked,
            Refusal.UnknownButton => texts.UnknownButton,
            _ => texts.Undeliverable,
        });
    }

    /// <summary>One sentence in place of a reply that could not be shown, with the id under which the log says why.</summary>
    /// <param name="exception">What went wrong while it was shown.</param>
    /// <param name="command">What was asked.</param>
    /// <param name="locale">Of the person.</param>
    public Reply Fail(Exception exception, string command, string? locale) => Fail(exception, command, Texts.For(locale));

    private Reply Fail(Exception exception, string command, Texts texts)
    {
        var errorId = NextErrorId();
        _logger.CommandFailed(exception, command, errorId);
        return Sentence(texts.Failure(errorId)) with { IsFailure = true };
    }

    private async Task<Reply> GuardAsync(string command, Texts texts, Func<Task<Reply>> answer, CancellationToken cancellationToken)
    {
        try
        {
            return await answer();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (IndexUnavailableException exception)
        {
            _logger.IndexUnavailable(exception.InnerException, command, exception.Message);
            return Sentence(texts.IndexUnavailable(exception.Message)) with { IsFailure = true };
        }
        catch (Exception exception)
        {
            return Fail(exception, command, texts);
        }
    }

    private static Reply Sentence(string text) => new([new TextBlock(text)]) { Private = true };

    private string NextErrorId()
    {
        lock (_random)
        {
            return new string(_random.GetItems<char>(ErrorIdLetters, ErrorIdLength));
        }
    }
}
